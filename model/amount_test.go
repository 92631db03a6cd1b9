package model

import "testing"

func TestFormatAmount(t *testing.T) {
	for _, c := range []struct {
		value float64
		unit  string
		want  string
	}{
		// scales
		{0, "", "0"},
		{7, "", "7"},
		{999_999, "USD", "$999,999"},
		{1e6, "USD", "$1 M"},
		{48.39e9, "USD", "$48.39 B"},
		{20.8e9, "USD", "$20.8 B"},
		{1.5e12, "EUR", "€1.5 T"},
		{4.2e16, "JPY", "¥42,000 T"},
		// what rounds into the next scale is written in it
		{999_999.999, "USD", "$1 M"},
		{999_994_999, "USD", "$999.99 M"},
		{999_999_999, "USD", "$1 B"},
		{999_999_999_999, "", "1 T"},
		// thousands
		{999, "person", "999 people"},
		{1200, "person", "1,200 people"},
		{48385, "person", "48,385 people"},
		{12345.678, "km", "12,345.68 km"},
		{2024, "", "2024"}, // a year
		{48385, "", "48,385"},
		{1234.5, "", "1,234.5"},
		// decimals
		{39.663934, "", "39.66"},
		{2.999, "%", "3%"},
		{0.5, "%", "0.5%"},
		{0.12345, "", "0.1235"},
		{0.00002, "mm", "0.00002 mm"},
		{6.626e-34, "J s", "6.6e-34 J s"},
		// minus
		{-5e9, "USD", "−$5 B"},
		{-0.25, "%", "−0.25%"},
		{-48385, "", "−48,385"},
		{-3, "°C", "−3 °C"},
		// units
		{22, "%", "22%"},
		{2, "pp", "2 pp"},
		{5, "CHF", "5 CHF"},
		{4.5, "km/h", "4.5 km/h"},
		{20, "USD/month", "20 USD/month"},
	} {
		if got := FormatAmount(c.value, c.unit); got != c.want {
			t.Errorf("%v of %q is %q, want %q", c.value, c.unit, got, c.want)
		}
	}
}

func TestCountedNouns(t *testing.T) {
	for unit, want := range map[string]string{
		"user": "users", "city": "cities", "survey": "surveys", "box office": "box offices", "branch": "branches",
		"index": "indexes", "class": "classes", "wish": "wishes",
		"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "day": "days",
		"aircraft": "aircraft", "percent": "percent", "species": "species",
		"daily user": "daily users", "active person": "active people", "light year": "light years",
		"kg": "kg", "bps": "bps", "kWh": "kWh", "Mtoe": "Mtoe",
	} {
		if got := FormatAmount(5, unit); got != "5 "+want {
			t.Errorf("5 of %q are %q, want %q", unit, got, "5 "+want)
		}
		if got := FormatAmount(1, unit); got != "1 "+unit {
			t.Errorf("1 of %q is %q", unit, got)
		}
	}
	// What counts is the number as it is read.
	for value, want := range map[float64]string{0: "0 users", 0.5: "0.5 users", 1.001: "1 user", 1e6: "1 M users"} {
		if got := FormatAmount(value, "user"); got != want {
			t.Errorf("%v users are %q, want %q", value, got, want)
		}
	}
}

// A number beside its bar or before "to" is the same as with its unit.
func TestFormatNumber(t *testing.T) {
	for value, want := range map[float64]string{5: "5", 2024: "2,024", -5e9: "−5 B", 999_999_999: "1 B"} {
		if got := FormatNumber(value); got != want {
			t.Errorf("%v is %q, want %q", value, got, want)
		}
	}
}
