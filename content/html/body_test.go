package html

import (
	"strings"
	"testing"
)

// TestBody shows how each element is written.
func TestBody(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"paragraphs", "<p>One\n two<p>Three", "One two\n\nThree"},
		{"text without tags", "just text", "just text"},
		{"headings", "<h1>A</h1><h3>B</h3>", "# A\n\n### B"},
		{"code in a heading", "<h2><code>a</code><pre>b`c\nd</pre>e", "## `a` ``b`c d`` e"},
		{"emphasis", "<b>a</b> <em>b</em> <s>c</s> <cite>d</cite>", "**a** *b* ~~c~~ *d*"},
		{"a break", "a<br>b", "a  \nb"},
		{"a rule", "a<hr>b", "a\n\n* * *\n\nb"},
		{"code", "<code>a  `b`</code> <kbd>c</kbd>", "``a `b` `` `c`"},
		{"quotes", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"},
		{"said", "<q>a</q>", "“a”"},
		{"a list", "<ul><li>a<li>b</ul>", "- a\n- b"},
		{"ten items", "<ol>" + strings.Repeat("<li>a", 10) + "</ol>", strings.Join(
			[]string{"1. a", "2. a", "3. a", "4. a", "5. a", "6. a", "7. a", "8. a", "9. a", "10. a"}, "\n")},
		{"a list within", "<ul><li>a<ol><li>b</ol><li>c</ul>", "- a\n  1. b\n- c"},
		{"a list within from 3", "<ul><li>a<ol start=3><li>b</ol></ul>", "- a\n\n  3. b"},
		{"paragraphs in an item", "<ul><li><p>a<p>b<li>c</ul>", "- a\n\n  b\n- c"},
		{"text between items", "<ul>a<li>b</ul>", "- a\n- b"},
		{"an item without a list", "<li>a", "a"},
		{"code in an item", "<ul><li>a<pre>b\n\nc</pre></ul>", "- a\n\n  ```\n  b\n  \n  c\n  ```"},
		{"terms", "<dl><dt>a<dt>b<dd>c<dd><p>d<p>e</dl>", "a\n\nb\n: c\n: d\n\n  e"},
		{"terms without a meaning", "<dl><dt>a</dl>", "a"},
		{"a picture", "<img src=a.png alt='a b'>", "![a b](a.png)"},
		{"a picture without words", "a<img src=a.png>", "a"},
		{"a picture of data", "<img src='data:x' alt='a b'>", "a b"},
		{"a figure", "<figure><img src=a alt=b><figcaption>c</figcaption></figure>", "![b](a)\n\nc"},
		{"a link", "<a href='/x y'>a</a>", "[a](/x%20y)"},
		{"a link with parentheses", "<a href='x_(y)'>a]</a>", "[a\\]](x_%28y%29)"},
		{"a link with an entity in it", "<a href='?a=1&amp;copy;=2'>a</a>", "[a](?a=1&amp;copy;=2)"},
		{"a link with a bang", "<a href='https://x.example/#!/y'>a</a>", "[a](https://x.example/#!/y)"},
		{"a link close behind an address", "www.x.example<a href=y>a</a>", "www.x.example<!-- -->[a](y)"},
		{"a link without text", "<a href=x></a>b", "b"},
		{"a link around blocks", "<a href=x><h2>a</h2><p>b</p></a>", "## [a](x)\n\nb"},
		{"a handle of a heading", "<h2>a<a href=#x>¶</a></h2>", "## a"},
		{"hidden things", "a<p hidden>b</p><p style='Display: none'>c</p><span class=sr-only>d</span><i aria-hidden=true>e</i>", "a"},
		{"no text", "a<script>b</script><style>c</style><template>d</template><svg><text>e</text></svg>", "a"},
		{"navigation stays", "<nav>a</nav>", "a"},
		{"controls by entity", "a&#27;[31mb&#7;c", "ab␇c"},
		{"NUL", "a\x00b", "ab"},
		{"marks of our own", "a\uF002\U000F002Ab", "a\uFFFD\uFFFDb"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Body([]byte(test.page), nil)
			if err != nil || got != test.want {
				t.Errorf("Body(%.200q) =\n%q, %v, want\n%q", test.page, got, err, test.want)
			}
		})
	}
}

// TestCode tells the language of code from what highlighters write.
func TestCode(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"none", "<pre>a</pre>", "```\na\n```"},
		{"of the code", "<pre><code class='hljs language-go'>a</code></pre>", "```go\na\n```"},
		{"of the block", "<pre class='lang-c++'>a</pre>", "```c++\na\n```"},
		{"of what is around", "<div class='highlight-source-shell'><pre>a</pre></div>", "```shell\na\n```"},
		{"by data", "<pre data-lang=Rust>a</pre>", "```rust\na\n```"},
		{"two words", "<pre class='brush: js;'>a</pre>", "```js\na\n```"},
		{"no name", "<pre class='language-a`b'>a</pre>", "```\na\n```"},
		{"lines as blocks", "<pre><div>a</div><div>b</div>c<br>d</pre>", "```\na\nb\nc\nd\n```"},
		{"empty lines and indents", "<pre>a\n\n\n  b\n</pre>", "```\na\n\n\n  b\n```"},
		{"a fence in it", "<pre>```\n*a*</pre>", "````\n```\n*a*\n````"},
		{"numbers beside it", "<table><tr><td><pre>1\n2</pre><td><pre>a\nb</pre></table>", "```\na\nb\n```"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, err := Body([]byte(test.page), nil); err != nil || got != test.want {
				t.Errorf("Body(%q) =\n%q, %v, want\n%q", test.page, got, err, test.want)
			}
		})
	}
}

// TestTables tells tables of data from those that only lay out a page.
func TestTables(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"a header", "<tr><th>a<th>b<tr><td>c<td>d", "| a | b |\n|---|---|\n| c | d |"},
		{"names of rows", "<tr><td>a<td>b<tr><th>c<td>d", "| a | b |\n|---|---|\n| c | d |"},
		{"short rows", "<tr><th>a<th>b<tr><td>c", "| a | b |\n|---|---|\n| c |  |"},
		{"a caption", "<caption>x</caption><tr><th>a<th>b<tr><td>c<td>d", "x\n\n| a | b |\n|---|---|\n| c | d |"},
		{"wide cells", "<tr><th colspan=2>a<tr><td>c<td>d", "| a |  |\n|---|---|\n| c | d |"},
		{"cells as wide as the sea", "<tr><th colspan=999999>a<th>b<tr><td>c<td>d", "| a | b |\n|---|---|\n| c | d |"},
		{"marks in cells", "<tr><th>a|b<th><code>c|d</code><tr><td>*e*<td>f", "| a\\|b | `c\\|d` |\n|---|---|\n| \\*e\\* | f |"},
		{"blocks in cells", "<tr><th>a<th><p>b<p>c<tr><td>d<br>e<td>f", "| a | b<br>c |\n|---|---|\n| d<br>e | f |"},
		{"one column", "<tr><td>a<tr><td>b", "a\n\nb"},
		{"lists in cells", "<tr><td>a<td><ul><li>b</ul>", "a\n\n- b"},
		{"a table in a table", "<tr><td>a<td><table><tr><th>b<th>c<tr><td>d<td>e</table>", "a\n\n| b | c |\n|---|---|\n| d | e |"},
		{"none", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := "<table>" + test.page + "</table>"
			if got, err := Body([]byte(page), nil); err != nil || got != test.want {
				t.Errorf("Body(%q) =\n%q, %v, want\n%q", page, got, err, test.want)
			}
		})
	}
}

// TestAnchors keeps the ids that the page's own links lead to, and no others.
func TestAnchors(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"of a heading", "<a href=#x>a</a><h2 id=x>b</h2>", "[a](#x)\n\n## <a id=\"x\"></a>b"},
		{"of a paragraph", "<a href=#x>a</a><p id=x>b", "[a](#x)\n\n<a id=\"x\"></a>b"},
		{"of an item", "<a href=#x>a</a><ul><li id=x>b</ul>", "[a](#x)\n\n- <a id=\"x\"></a>b"},
		{"of a block of code", "<a href=#x>a</a><pre id=x>b</pre>", "[a](#x)<a id=\"x\"></a>\n\n```\nb\n```"},
		{"of a link", "<a href=#x>a</a> <a name=x>b</a>", "[a](#x) <a id=\"x\"></a>b"},
		{"of an encoded name", "<a href=#%C3%A9>a</a><p id=é>b", "[a](#%C3%A9)\n\n<a id=\"é\"></a>b"},
		{"the first of two", "<a href=#x>a</a><p id=x>b<p id=x>c", "[a](#x)\n\n<a id=\"x\"></a>b\n\nc"},
		{"that nobody refers to", "<p id=x>b", "b"},
		{"that would be more than a name", "<a href='#x&quot;>'>a</a><p id='x\">'>b", "[a](#x%22%3E)\n\nb"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, err := Body([]byte(test.page), nil); err != nil || got != test.want {
				t.Errorf("Body(%q) =\n%q, %v, want\n%q", test.page, got, err, test.want)
			}
		})
	}
}

// TestBodyLink rewrites targets with a function of the caller's.
func TestBodyLink(t *testing.T) {
	link := func(target string) string {
		if strings.HasPrefix(target, "http") {
			return ""
		}
		return strings.TrimPrefix(target, "ch1.xhtml")
	}
	got, err := Body([]byte("<p id=n>a <a href=ch1.xhtml#n>b</a> <a href=http://x>c</a> <img src=d alt=e>"), link)
	if want := `<a id="n"></a>a [b](#n) c ![e](d)`; err != nil || got != want {
		t.Errorf("Body = %q, %v, want %q", got, err, want)
	}
}
