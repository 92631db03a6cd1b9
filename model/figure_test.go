package model

import "testing"

func n(v float64) *float64 { return &v }

func TestAmount(t *testing.T) {
	for _, c := range []struct {
		figure Figure
		want   string
	}{
		{Figure{}, ""},
		{Figure{Unit: "USD", Bound: About}, ""},
		{Figure{Value: n(48.39e9), Unit: "USD"}, "$48.39 B"},
		{Figure{Value: n(48.39e9), Unit: "USD", Bound: Exactly}, "$48.39 B"},
		{Figure{Value: n(3.35e9), Unit: "person", Bound: About}, "about 3.35 B people"},
		{Figure{Value: n(5), Unit: "child", Bound: LessThan}, "under 5 children"},
		{Figure{Value: n(1e9), Unit: "user", Bound: MoreThan}, "over 1 B users"},
		// ranges: what both ends share is said once
		{Figure{Value: n(2), High: n(3), Unit: "%"}, "2–3%"},
		{Figure{Value: n(2e9), High: n(3e9), Unit: "USD"}, "$2–3 B"},
		{Figure{Value: n(2e6), High: n(3e6), Unit: "person", Bound: About}, "about 2–3 M people"},
		{Figure{Value: n(2e6), High: n(3e6)}, "2–3 M"},
		{Figure{Value: n(1200), High: n(1300), Unit: "person"}, "1,200–1,300 people"},
		{Figure{Value: n(2024), High: n(2026)}, "2024–2026"},
		{Figure{Value: n(0), High: n(1), Unit: "child"}, "0–1 children"},
		// ends of different scales have each their own
		{Figure{Value: n(800e6), High: n(1.2e9), Unit: "USD"}, "$800 M–$1.2 B"},
		{Figure{Value: n(900_000), High: n(1.2e6), Unit: "person"}, "900,000–1.2 M people"},
		{Figure{Value: n(900e6), High: n(999_999_999), Unit: "USD"}, "$900 M–$1 B"},
		// below nothing
		{Figure{Value: n(-5), High: n(-2), Unit: "°C"}, "−5 to −2 °C"},
		{Figure{Value: n(-2), High: n(3), Unit: "%"}, "−2 to 3%"},
		{Figure{Value: n(-2e9), High: n(1e9), Unit: "USD"}, "−$2 B to $1 B"},
		// no range at the precision shown
		{Figure{Value: n(2.0001e9), High: n(2.0002e9), Unit: "USD"}, "$2 B"},
	} {
		if got := c.figure.Amount(); got != c.want {
			t.Errorf("the amount is %q, want %q", got, c.want)
		}
	}
}

func TestBefore(t *testing.T) {
	for _, c := range []struct {
		why    string
		figure Figure
		want   float64
		ok     bool
	}{
		{"a rise", Figure{Value: n(122), Change: &Change{Value: 22, Unit: "%"}}, 100, true},
		{"a fall", Figure{Value: n(80), Change: &Change{Value: 20, Unit: "%", Down: true}}, 100, true},
		{"no movement", Figure{Value: n(80), Change: &Change{Unit: "%"}}, 80, true},
		{"what is stated comes before what is worked out", Figure{Value: n(122), Change: &Change{Value: 22, Unit: "%", From: n(101)}}, 101, true},
		{"no value", Figure{Change: &Change{Value: 22, Unit: "%"}}, 0, false},
		{"no change", Figure{Value: n(122)}, 0, false},
		{"in points", Figure{Value: n(5), Unit: "%", Change: &Change{Value: 1, Unit: "pp"}}, 0, false},
		{"a fall to nothing leaves no trace", Figure{Value: n(0), Change: &Change{Value: 100, Unit: "%", Down: true}}, 0, false},
		{"a fall below nothing is none", Figure{Value: n(5), Change: &Change{Value: 150, Unit: "%", Down: true}}, 0, false},
	} {
		if got, ok := c.figure.Before(); got != c.want || ok != c.ok {
			t.Errorf("%s: %v, %v; want %v, %v", c.why, got, ok, c.want, c.ok)
		}
	}
}

func TestChangeInWords(t *testing.T) {
	for _, c := range []struct {
		change Change
		want   string
	}{
		{Change{Value: 22, Unit: "%"}, "▲ +22%"},
		{Change{Value: 22, Unit: "%", Basis: "year over year"}, "▲ +22% year over year"},
		{Change{Value: 5, Unit: "%", Down: true}, "▼ −5%"},
		{Change{Value: 1, Unit: "pp"}, "▲ +1 pp"},
		{Change{Value: 2e9, Unit: "USD", Down: true}, "▼ −$2 B"},
	} {
		if got := c.change.String(); got != c.want {
			t.Errorf("the change is %q, want %q", got, c.want)
		}
	}
}

func TestFigureInOneLine(t *testing.T) {
	up := &Change{Value: 22, Unit: "%", Basis: "year over year"}
	for _, c := range []struct {
		figure Figure
		want   string
	}{
		{Figure{Measure: "Revenue", Value: n(48.39e9), Unit: "USD"}, "Revenue: $48.39 B"},
		{Figure{Measure: "Revenue", Value: n(48.39e9), Unit: "USD", Change: up}, "Revenue: $48.39 B (▲ +22% year over year)"},
		{Figure{Measure: "Revenue", Change: up}, "Revenue (▲ +22% year over year)"},
		{Figure{Measure: "Users", Value: n(1e9), Unit: "user", Expected: true, Period: "this year"}, "Users: 1 B users (expected this year)"},
		{Figure{Measure: "Users", Value: n(1e9), Unit: "user", Expected: true, Change: up}, "Users: 1 B users (▲ +22% year over year, expected)"},
		{Figure{Measure: "Users", Value: n(1e9), Unit: "user", Period: "this year"}, "Users: 1 B users"},
	} {
		if got := c.figure.String(); got != c.want {
			t.Errorf("the figure is %q, want %q", got, c.want)
		}
	}
}
