// Package code makes Markdown of source code and data: one block of code in
// its language. It knows nothing of files but their names.
package code

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// languages are the languages of files by the ending of their names, as the
// highlighter calls them.
var languages = map[string]string{
	"adb": "ada", "asm": "nasm", "awk": "awk", "bash": "bash", "bat": "batch", "bib": "bibtex", "c": "c", "cc": "cpp", "clj": "clojure",
	"cmake": "cmake", "conf": "text", "cpp": "cpp", "cs": "csharp", "css": "css", "cue": "cue", "cxx": "cpp", "d": "d", "dart": "dart",
	"diff": "diff", "el": "emacs-lisp", "env": "bash", "erl": "erlang", "ex": "elixir", "exs": "elixir", "f90": "fortran", "fish": "fish",
	"fs": "fsharp", "go": "go", "gradle": "groovy", "graphql": "graphql", "groovy": "groovy", "h": "c", "hcl": "hcl", "hpp": "cpp", "hs": "haskell",
	"ini": "ini", "java": "java", "jl": "julia", "js": "javascript", "json": "json", "jsonl": "json", "jsx": "jsx", "kt": "kotlin", "kts": "kotlin",
	"less": "less", "lisp": "common-lisp", "log": "text", "lua": "lua", "m": "matlab", "mjs": "javascript", "mk": "make", "ml": "ocaml", "mod": "text",
	"nim": "nim", "nix": "nix", "pas": "pascal", "patch": "diff", "php": "php", "pl": "perl", "pm": "perl", "proto": "protobuf", "ps1": "powershell",
	"py": "python", "pyi": "python", "r": "r", "rb": "ruby", "rs": "rust", "scala": "scala", "scm": "scheme", "scss": "scss", "sh": "bash", "sol": "solidity",
	"sql": "sql", "sum": "text", "svg": "xml", "swift": "swift", "tcl": "tcl", "tex": "tex", "tf": "terraform", "toml": "toml", "ts": "typescript",
	"tsx": "tsx", "v": "verilog", "vhdl": "vhdl", "vim": "vim", "vue": "vue", "xml": "xml", "xsl": "xml", "yaml": "yaml", "yml": "yaml", "zig": "zig", "zsh": "bash",
}

// names are files whose language their whole name tells.
var names = map[string]string{
	"dockerfile": "docker", "makefile": "make", "gnumakefile": "make", "cmakelists.txt": "cmake", "gemfile": "ruby", "rakefile": "ruby",
	"jenkinsfile": "groovy", "vagrantfile": "ruby", ".bashrc": "bash", ".zshrc": "bash", ".profile": "bash", ".gitignore": "text", "go.work": "text",
}

// Language is the language of a file by its name; ok is false for one that
// tells none.
func Language(path string) (language string, ok bool) {
	name := strings.ToLower(filepath.Base(path))
	if language, ok = names[name]; ok {
		return language, true
	}
	language, ok = languages[strings.TrimPrefix(filepath.Ext(name), ".")]
	return language, ok
}

// Interpreted is the language of a text whose first line names what runs it:
// #!/usr/bin/env python3.
func Interpreted(text string) (language string, ok bool) {
	first, _, _ := strings.Cut(text, "\n")
	line, ok := strings.CutPrefix(first, "#!")
	if !ok {
		return "", false
	}
	words := strings.Fields(line)
	for len(words) > 0 && (filepath.Base(words[0]) == "env" || strings.HasPrefix(words[0], "-")) {
		words = words[1:]
	}
	if len(words) == 0 {
		return "text", true
	}
	name := strings.TrimRight(filepath.Base(words[0]), "0123456789.")
	switch name {
	case "bash", "sh", "zsh", "ksh", "dash":
		return "bash", true
	case "node", "deno", "bun":
		return "javascript", true
	case "python", "perl", "ruby", "lua", "awk", "php", "fish", "tcl":
		return name, true
	}
	return "text", true
}

// Endings lists the endings of the files whose names tell a language, without
// the dot.
func Endings() []string {
	return slices.Sorted(maps.Keys(languages))
}

// A fence as long as this one stands in no code. A line that would close it is
// indented, which keeps it from that.
const fence = "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"

// Markdown is clean text as a block of code. Of the beginning of a text it is
// the beginning of what it is of the whole, but for the closing fence.
func Markdown(text, language string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	if strings.Contains(text, fence) {
		lines := strings.SplitAfter(text, "\n")
		for i, line := range lines {
			if strings.HasPrefix(strings.TrimLeft(line, " "), fence) {
				lines[i] = "    " + line
			}
		}
		text = strings.Join(lines, "")
	}
	return fence + language + "\n" + strings.TrimSuffix(text, "\n") + "\n" + fence + "\n"
}
