package cli

import (
	"strings"
	"unicode"

	"gloss/model"
)

// figureWords is a figure in words: "Revenue: 48.39 billion US dollars, up 22
// percent year over year, in Q4 2024".
func figureWords(f *model.Figure) string {
	said := measureOf(f)
	if f.Value != nil {
		said += ": " + amountWords(f)
	}
	if c := f.Change; c != nil {
		said += ", " + changeWords(c)
	}
	if f.WorkedOut {
		said += ", worked out from other numbers of the text"
	}
	switch {
	case f.Expected && f.Period != "":
		said += ", expected " + f.Period
	case f.Expected:
		said += ", expected"
	case f.Period != "":
		said += ", " + f.Period
	}
	return said
}

func amountWords(f *model.Figure) string {
	said := valueWords(*f.Value, f.Unit)
	if f.High != nil {
		low := numberWords(model.FormatNumber(*f.Value))
		if f.Unit == "" {
			low = valueWords(*f.Value, "")
		}
		said = low + " to " + valueWords(*f.High, f.Unit)
	}
	switch f.Bound {
	case model.About:
		return "about " + said
	case model.LessThan:
		return "under " + said
	case model.MoreThan:
		return "over " + said
	case model.Exactly:
	}
	return said
}

func changeWords(c *model.Change) string {
	said := direction(c) + " " + valueWords(c.Value, c.Unit)
	if c.Basis != "" {
		said += " " + c.Basis
	}
	return said
}

var scaleWords = map[string]string{"M": "million", "B": "billion", "T": "trillion"}

var unitWords = map[string]string{
	"USD": "US dollars", "EUR": "euros", "GBP": "pounds sterling", "JPY": "yen", "CNY": "yuan", "INR": "rupees",
	"%": "percent", "pp": "percentage points",
}

// valueWords is a value and its unit in words, the value as exact as the screen
// shows it.
func valueWords(value float64, unit string) string {
	if unit == "" {
		return numberWords(model.FormatAmount(value, ""))
	}
	number := model.FormatNumber(value)
	unitSaid := unitWords[unit]
	if unitSaid == "" {
		unitSaid = strings.TrimPrefix(model.FormatAmount(value, unit), number+" ")
	}
	return numberWords(number) + " " + unitSaid
}

// numberWords is a written number with its minus and its scale in words.
func numberWords(number string) string {
	number = strings.Replace(number, "−", "minus ", 1)
	for mark, word := range scaleWords {
		if n, ok := strings.CutSuffix(number, " "+mark); ok {
			return n + " " + word
		}
	}
	return number
}

// words is one of our labels with its signs in words: a voice passes over an
// arrow, and reads a sign of plus or minus only sometimes. The text of the
// document is left as its author wrote it.
func words(label string) string {
	var b strings.Builder
	runes := []rune(label)
	for i, r := range runes {
		beforeDigit := i+1 < len(runes) && unicode.IsDigit(runes[i+1])
		afterSpace := i == 0 || unicode.IsSpace(runes[i-1])
		switch {
		case r == '▲':
			b.WriteString("up")
		case r == '▼':
			b.WriteString("down")
		case r == '+' && beforeDigit && followsArrow(runes, i), r == '−' && beforeDigit && followsArrow(runes, i):
			// the arrow has said it
		case r == '+' && beforeDigit && afterSpace:
			b.WriteString("plus ")
		case (r == '-' || r == '−') && beforeDigit && afterSpace:
			b.WriteString("minus ")
		case r == '%':
			b.WriteString(" percent")
		case r == '→':
			b.WriteString("to")
		case r == '≈' || r == '~' && beforeDigit:
			b.WriteString("about ")
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// followsArrow reports whether the sign at i stands right behind an arrow.
func followsArrow(runes []rune, i int) bool {
	return i > 1 && runes[i-1] == ' ' && (runes[i-2] == '▲' || runes[i-2] == '▼')
}
