/**
 * The pages of our site as Hugo templates: the same frame, rows and paper pages from the same fields, so that both tools
 * write about the same bytes. Hugo marks no phrases and leaves formulas as their source, which is in its favour.
 */
const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} · {{ site.Title }}</title><link rel="canonical" href="{{ .Permalink }}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><script src="/boot.js"></script>
<meta http-equiv="content-security-policy" content="default-src 'none';img-src 'self' data:;font-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self';form-action 'self';base-uri 'none'; script-src 'self'; style-src 'self'">
<link rel="stylesheet" href="/site.css">`;

const FRAME = `<body><a class="skip" href="#main">Skip to the content</a><header class="mast"><a class="mark" href="/">{{ site.Title }}</a>
<nav class="nav" aria-label="Sections"><a href="/">Today</a><a href="/topics/">Topics</a><a href="/archive/">Archive</a></nav>
<div class="tools"><a href="/zh/" hreflang="zh-CN" lang="zh-CN">中文</a><details class="display"><summary>Display</summary></details></div></header>`;

const FOOT = `<footer class="foot"><p>Thank you to arXiv for use of its open access interoperability.</p></footer></body></html>`;

const LINKS = `<p class=links><a href="https://arxiv.org/abs/{{ .Params.paper }}">arXiv</a> <a href="https://arxiv.org/pdf/{{ .Params.paper }}">PDF</a> <a href="https://arxiv.org/html/{{ .Params.paper }}">HTML</a>{{ range .Params.links }} <a href="{{ .url }}">{{ .kind }}</a>{{ end }}</p>`;
const WHY = `{{ with .Params.why }}<ul class=why>{{ range . }}<li><b data-topic={{ .topic }}>{{ .name }}</b> “{{ .phrase }}” <span data-t=in>in the {{ .place }}</span></li>{{ end }}</ul>{{ end }}`;
const TAGS = `<p class=tags>{{ range .Params.why }}<a href="/topics/{{ .topic }}/" data-topic={{ .topic }}>{{ .name }}</a> {{ end }}</p>`;

/** \`first three, last, + n\` in rows; all on the paper's page. */
const BY = `<p class=by>{{ $all := .Params.authors }}{{ if le (len $all) 4 }}{{ delimit $all ", " }}{{ else }}{{ delimit (first 3 $all) ", " }}, {{ index $all (sub (len $all) 1) }} <span>+{{ sub (len $all) 4 }}</span>{{ end }}</p>`;

const ROW_HEAD = `<li class=row id="{{ .Params.paper }}"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>${BY}${TAGS}`;

/** Path below \`layouts/\` → template. */
export const HUGO_TEMPLATES: Readonly<Record<string, string>> = {
  'partials/head.html': HEAD,
  'partials/frame.html': FRAME,
  'partials/foot.html': FOOT,
  'partials/row.html': `${ROW_HEAD}<p class=abs>{{ .Params.abstract }}</p><details><summary><span data-t=more>More</span></summary>${LINKS}${WHY}<p class=cats>{{ delimit .Params.cats " " }}</p></details></li>`,
  'partials/short-row.html': `${ROW_HEAD}</li>`,
  'papers/single.html': `{{ partial "head.html" . }}<meta name=description content="{{ substr .Params.abstract 0 160 }}">{{ range .Params.authors }}<meta name=citation_author content="{{ . }}">{{ end }}<meta name=citation_title content="{{ .Title }}"><meta name=citation_arxiv_id content="{{ .Params.paper }}"><meta name=citation_pdf_url content="https://arxiv.org/pdf/{{ .Params.paper }}"><script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "ScholarlyArticle" "headline" .Title "datePublished" .Params.submitted | jsonify | safeJS }}</script></head>{{ partial "frame.html" . }}<div class="frame"><main class="main" id="main"><article class=paper><h1>{{ .Title }}</h1><p class=by>{{ delimit .Params.authors ", " }}</p>${TAGS}${LINKS}<p class=abs>{{ .Params.abstract }}</p>${WHY}<dl class=record><dt>Announced<dd><a href="/days/{{ .Params.announced }}/">{{ .Params.announced }}</a></dd><dt>Submitted<dd>{{ .Params.submitted }}</dd><dt>Categories<dd><span class=cats>{{ delimit .Params.cats " " }}</span></dd>{{ with .Params.comment }}<dt>Comment<dd>{{ . }}</dd>{{ end }}</dl>{{ with .Params.versions }}<section class=versions><h2>Versions</h2><ol>{{ range . }}<li>v{{ .version }} {{ .replaced }}</li>{{ end }}</ol></section>{{ end }}<details class=cite><summary>Cite</summary><pre>@misc{{ "{" }}{{ .Params.paper }}, title={{ "{" }}{{ .Title }}{{ "}" }}, author={{ "{" }}{{ delimit .Params.authors " and " }}{{ "}" }}, eprint={{ "{" }}{{ .Params.paper }}{{ "}" }}}</pre></details><nav class=around>{{ with .Params.previous }}<a rel=prev href="/papers/{{ .id }}/">{{ .title }}</a>{{ end }}{{ with .Params.next }}<a rel=next href="/papers/{{ .id }}/">{{ .title }}</a>{{ end }}</nav></article></main></div>{{ partial "foot.html" . }}`,
  'days/term.html': listing('{{ range .Pages }}{{ partial "row.html" . }}{{ end }}'),
  'months/term.html': listing(
    '{{ range .Pages.GroupByParam "announced" }}<li><a href="/days/{{ .Key }}/">{{ .Key }}</a> {{ len .Pages }}</li>{{ end }}',
  ),
  'topics/term.html': listing('{{ range first 50 .Pages }}{{ partial "row.html" . }}{{ end }}'),
  'topicmonths/term.html': listing('{{ range .Pages }}{{ partial "short-row.html" . }}{{ end }}'),
  '_default/taxonomy.html': listing(
    '{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}',
  ),
  'index.html': listing(
    '{{ range first 150 (where site.RegularPages "Section" "papers") }}{{ partial "row.html" . }}{{ end }}',
  ),
};

function listing(rows: string): string {
  return `{{ partial "head.html" . }}</head>{{ partial "frame.html" . }}<div class="frame"><main class="main" id="main"><h1>{{ .Title }}</h1><ol>${rows}</ol></main></div>{{ partial "foot.html" . }}`;
}
