package model

import (
	"math"
	"strconv"
	"strings"
)

// Amounts are written as newspapers write them, in short form: the currency's
// sign before the number and a minus before that, a comma between thousands,
// what is counted in the plural.

var currencySigns = map[string]string{"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹"}

// FormatAmount writes a value and its unit: "−$5 B", "22%", "48,385 people".
func FormatAmount(value float64, unit string) string {
	n := amountOf(value, unit)
	before, after := affixes(unit, n == number{digits: "1"})
	return n.with(before) + after
}

// FormatNumber writes a value whose unit is said elsewhere.
func FormatNumber(value float64) string { return numberOf(value).with("") }

// formatRange writes a value from low to high. What both ends share is said
// once, as in "2–3%": "$2–3 B". Where they differ in scale each end has its own,
// and after a minus a dash would be misread.
func formatRange(low, high float64, unit string) string {
	a, b := amountOf(low, unit), amountOf(high, unit)
	before, after := affixes(unit, false)
	switch {
	case a == b: // the ends are nearer than what is shown of them
		return FormatAmount(high, unit)
	case a.minus != "" || b.minus != "":
		return a.with(before) + " to " + b.with(before) + after
	case a.scale != b.scale:
		return a.with(before) + "–" + b.with(before) + after
	}
	return before + a.digits + "–" + b.digits + b.scale + after
}

// number is the parts of a written number: "−", "48.39", " B".
type number struct{ minus, digits, scale string }

var scales = [...]struct {
	size float64
	mark string
}{{1, ""}, {1e6, " M"}, {1e9, " B"}, {1e12, " T"}}

// numberOf writes a number in the largest scale in which it is 1 or more when
// rounded: 999,999,999 is 1 B, not 1000 M.
func numberOf(value float64) number {
	var n number
	if value < 0 {
		n.minus = "−"
	}
	value = math.Abs(value)
	for i, scale := range scales {
		scaled := value / scale.size
		n.digits, n.scale = digits(scaled), scale.mark
		if i+1 < len(scales) && math.Round(scaled*100)/100 < scales[i+1].size/scale.size {
			break
		}
	}
	return n
}

// amountOf is a number of a unit. One of four digits without a unit is most
// often a year, which has no comma.
func amountOf(value float64, unit string) number {
	n := numberOf(value)
	if unit == "" && value >= 1000 && value < 10000 && value == math.Trunc(value) {
		n.digits = strings.Replace(n.digits, ",", "", 1)
	}
	return n
}

// with is the number with the sign that stands before its digits.
func (n number) with(before string) string { return n.minus + before + n.digits + n.scale }

// digits writes a number from 0 on with two decimals at most, so that one that
// was worked out does not look more exact than those it came from. Below 1 they
// are four, and as many more as it takes to show two digits that count: a small
// number is not nothing.
func digits(v float64) string {
	decimals := 2
	switch {
	case v > 0 && v < 1e-9: // nobody counts the zeros
		return strconv.FormatFloat(v, 'g', 2, 64)
	case v > 0 && v < 1:
		decimals = max(4, 1-int(math.Floor(math.Log10(v))))
	}
	whole, rest, _ := strings.Cut(strconv.FormatFloat(v, 'f', decimals, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return strings.TrimSuffix(whole+"."+strings.TrimRight(rest, "0"), ".")
}

// affixes is how a unit is written round a number.
func affixes(unit string, one bool) (before, after string) {
	sign := currencySigns[unit]
	switch {
	case unit == "" || sign != "":
		return sign, ""
	case unit == "%":
		return "", "%"
	case one:
		return "", " " + unit
	}
	return "", " " + plural(unit)
}

// plurals are those that the rules do not make: irregular ones, words that are
// the same in the plural, and nouns as short as a symbol.
var plurals = map[string]string{
	"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "life": "lives", "half": "halves",
	"aircraft": "aircraft", "percent": "percent", "series": "series", "species": "species",
	"app": "apps", "car": "cars", "day": "days", "job": "jobs",
}

// plural is the plural of a counted noun, whose last word is the one that
// changes: "daily user". A symbol has none.
func plural(unit string) string {
	at := strings.LastIndexByte(unit, ' ') + 1
	first, noun := unit[:at], unit[at:]
	if word, ok := plurals[noun]; ok {
		return first + word
	}
	if !isNoun(unit) {
		return unit
	}
	for _, end := range []string{"s", "x", "ch", "sh"} {
		if strings.HasSuffix(noun, end) {
			return unit + "es"
		}
	}
	if stem, ok := strings.CutSuffix(unit, "y"); ok && !strings.ContainsAny(stem[len(stem)-1:], "aeiou") {
		return stem + "ies"
	}
	return unit + "s"
}

// isNoun tells a counted noun from a unit symbol: a symbol is short or not all
// lower-case letters.
func isNoun(unit string) bool {
	return len(unit) > 3 && strings.IndexFunc(unit, func(r rune) bool { return r != ' ' && (r < 'a' || r > 'z') }) < 0
}
