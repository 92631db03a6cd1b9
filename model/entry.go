package model

// Entry is one item of a list of documents to choose from.
type Entry struct {
	Source string // what is opened: a document, or another list
	Name   string // what it is called, on one clean line
	Dir    bool   // it is a directory, and so another list
}
