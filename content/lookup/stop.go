package lookup

import "strings"

// stopWords are the words that hold an English sentence together and say
// nothing of what it is about: articles, pronouns, prepositions, auxiliaries,
// question words, and what an apostrophe leaves of their contractions. They
// are indexed, but a query looks for them only where it has nothing else.
var stopWords = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`
		a about after again against all also am an and any are as at be because been before being between both but by
		can cannot could did do does doing done for from get gets got had has have having he her here hers him his how
		i if in into is it its itself just let many me more most much my no nor not of off on once only or other our
		ours out over own please she should so some such than that the their theirs them then there these they this
		those through to too under until up upon very was we were what when where whether which while who whom whose
		why will with would you your yours
		d don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ll m re s t ve
		dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt cant
		give show tell explain describe`) {
		set[word] = true
	}
	return set
}()

// answer is the kind of answer that a question asks for.
type answer uint8

const (
	anything answer = iota
	aNumber         // how many, how much, how long
	aTime           // when, what year
	aPlace          // where
	aPerson         // who
	aReason         // why
	aMeaning        // what is X, who is X, who X is, what about X
)

// measuring are the words that make "how" ask for a number.
var measuring = set(`many much long old tall far big large high deep wide heavy fast often hot cold`)

// asking are the nouns that say, behind "what" or "which", what kind of thing
// is asked for.
var asking = map[string]answer{
	"year": aTime, "date": aTime, "day": aTime, "month": aTime, "century": aTime, "decade": aTime, "time": aTime,
	"percentage": aNumber, "percent": aNumber, "number": aNumber, "amount": aNumber, "proportion": aNumber, "population": aNumber,
	"city": aPlace, "country": aPlace, "place": aPlace, "state": aPlace, "location": aPlace,
	"person": aPerson,
	"reason": aReason, "caused": aReason, "causes": aReason,
}

// defineWords ask what another word means, and are not themselves looked for
// then.
var defineWords = set(`mean means meaning define defined definition`)

// asked tells from its words what kind of answer a query wants.
func asked(words []string) answer {
	for _, word := range words {
		if defineWords[word] && len(words) > 1 {
			return aMeaning
		}
	}
	for i, word := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch word {
		case "how":
			if measuring[next] {
				return aNumber
			}
		case "when":
			return aTime
		case "where":
			return aPlace
		case "why":
			return aReason
		case "who", "whom", "whose":
			if i == 0 && (copula[next] || copula[words[len(words)-1]]) {
				return aMeaning
			}
			return aPerson
		case "what", "which":
			if kind, ok := asking[next]; ok {
				return kind
			}
			if i == 0 && (copula[next] || next == "about") {
				return aMeaning
			}
		}
	}
	return anything
}

// copula are the forms of to be that join a name and what it is.
var copula = set(`is are was were re`)

// shortened are the words that a typed 's makes a question of: what's is what
// is, where behind any other word it is a possessive.
var shortened = set(`what who where when why how that there here`)

// phrase is the words of a text as they are said, at most so many: the is of
// "what's" is one, typed with an apostrophe or without.
func phrase(text string, most int) []string {
	var all []string
	for words := (scanner{text: text}); len(all) < most && words.next(); {
		word := string(words.word)
		short, bare := strings.CutSuffix(word, "s")
		behind := strings.TrimPrefix(strings.TrimPrefix(text[words.end:], "'"), curly)
		switch {
		case bare && shortened[short]:
			all = append(all, short, "is")
		case shortened[word] && len(behind) < len(text)-words.end && (strings.HasPrefix(behind, "s") || strings.HasPrefix(behind, "S")) && !letterAt(behind, 1):
			all = append(all, word, "is")
		default:
			all = append(all, word)
		}
	}
	return all[:min(most, len(all))]
}

// Words that are evidence of a kind of answer in a passage.
var (
	reasonWords = set(`because since due cause caused causes causing reason reasons owing thus therefore result resulted led
		thanks order so`)
	placeWords = set(`in at near from to on across within into outside inside around between along`)
	timeWords  = set(`january february march april june july august september october november december monday tuesday
		wednesday thursday friday saturday sunday century centuries today yesterday tomorrow year years month months week weeks
		decade decades spring summer autumn winter`)
	meaningWords = set(`means denotes refers called`)
	articleWords = set(`a an the one any`)
	numberWords  = set(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
		million millions billion billions trillion half third quarter dozen double twice`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}
