// Package main is *no* Markdown.
package main

func main() {
	println("a `tick`", '\t') // # no heading
}
