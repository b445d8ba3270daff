/**
 * The languages code is coloured in, one lazy chunk each: a literal `import()` per line so that the bundler sees it.
 * Over 250 lines because there are more than a hundred; the long lists of names are worth their bytes, as blogs name one language
 * in many ways.
 */

/** A grammar of highlight.js; opaque here. */
export type Grammar = (hljs: never) => object;

/** How to get the grammar of a language, and by which names it is asked for. */
export interface LanguageSource {
  readonly load: () => Promise<{ readonly default: Grammar }>;
  /** Other names, space-separated, in lower case. */
  readonly aliases?: string;
  /** Languages whose code may stand inside, to be loaded too. */
  readonly needs?: readonly string[];
}

/** The languages by their name in highlight.js. */
export const languageSources: Readonly<Record<string, LanguageSource>> = {
  ada: {
    load: () => import('highlight.js/lib/languages/ada'),
  },
  apache: {
    load: () => import('highlight.js/lib/languages/apache'),
    aliases: 'apacheconf',
  },
  applescript: {
    load: () => import('highlight.js/lib/languages/applescript'),
    aliases: 'osascript',
  },
  arduino: {
    load: () => import('highlight.js/lib/languages/arduino'),
    aliases: 'ino',
  },
  armasm: {
    load: () => import('highlight.js/lib/languages/armasm'),
    aliases: 'arm',
  },
  asciidoc: {
    load: () => import('highlight.js/lib/languages/asciidoc'),
    aliases: 'adoc',
  },
  autohotkey: {
    load: () => import('highlight.js/lib/languages/autohotkey'),
    aliases: 'ahk',
  },
  awk: {
    load: () => import('highlight.js/lib/languages/awk'),
  },
  bash: {
    load: () => import('highlight.js/lib/languages/bash'),
    aliases: 'sh zsh shell-script fish ksh envrc',
  },
  basic: {
    load: () => import('highlight.js/lib/languages/basic'),
  },
  bnf: {
    load: () => import('highlight.js/lib/languages/bnf'),
  },
  c: {
    load: () => import('highlight.js/lib/languages/c'),
    aliases: 'h',
  },
  capnproto: {
    load: () => import('highlight.js/lib/languages/capnproto'),
    aliases: 'capnp',
  },
  ceylon: {
    load: () => import('highlight.js/lib/languages/ceylon'),
  },
  clojure: {
    load: () => import('highlight.js/lib/languages/clojure'),
    aliases: 'clj edn',
  },
  cmake: {
    load: () => import('highlight.js/lib/languages/cmake'),
    aliases: 'cmake.in',
  },
  coffeescript: {
    load: () => import('highlight.js/lib/languages/coffeescript'),
    aliases: 'coffee cson iced',
  },
  coq: {
    load: () => import('highlight.js/lib/languages/coq'),
  },
  cpp: {
    load: () => import('highlight.js/lib/languages/cpp'),
    aliases: 'cc c++ h++ hpp hh hxx cxx cuda cu',
  },
  crystal: {
    load: () => import('highlight.js/lib/languages/crystal'),
    aliases: 'cr',
  },
  csharp: {
    load: () => import('highlight.js/lib/languages/csharp'),
    aliases: 'cs c# dotnet',
  },
  css: {
    load: () => import('highlight.js/lib/languages/css'),
  },
  d: {
    load: () => import('highlight.js/lib/languages/d'),
  },
  dart: {
    load: () => import('highlight.js/lib/languages/dart'),
  },
  delphi: {
    load: () => import('highlight.js/lib/languages/delphi'),
    aliases: 'dpr dfm pas pascal',
  },
  diff: {
    load: () => import('highlight.js/lib/languages/diff'),
    aliases: 'patch udiff',
  },
  django: {
    load: () => import('highlight.js/lib/languages/django'),
    aliases: 'jinja jinja2 tera nunjucks liquid htmldjango',
    needs: ['xml'],
  },
  dns: {
    load: () => import('highlight.js/lib/languages/dns'),
    aliases: 'bind zone',
  },
  dockerfile: {
    load: () => import('highlight.js/lib/languages/dockerfile'),
    aliases: 'docker containerfile',
    needs: ['bash'],
  },
  dos: {
    load: () => import('highlight.js/lib/languages/dos'),
    aliases: 'bat batch cmd batchfile cmd.exe',
  },
  ebnf: {
    load: () => import('highlight.js/lib/languages/ebnf'),
  },
  elixir: {
    load: () => import('highlight.js/lib/languages/elixir'),
    aliases: 'ex exs',
  },
  elm: {
    load: () => import('highlight.js/lib/languages/elm'),
  },
  erb: {
    load: () => import('highlight.js/lib/languages/erb'),
    needs: ['xml', 'ruby'],
  },
  erlang: {
    load: () => import('highlight.js/lib/languages/erlang'),
    aliases: 'erl escript',
  },
  excel: {
    load: () => import('highlight.js/lib/languages/excel'),
    aliases: 'xlsx xls',
  },
  fortran: {
    load: () => import('highlight.js/lib/languages/fortran'),
    aliases: 'f90 f95',
  },
  fsharp: {
    load: () => import('highlight.js/lib/languages/fsharp'),
    aliases: 'fs f# fsharpi',
  },
  gherkin: {
    load: () => import('highlight.js/lib/languages/gherkin'),
    aliases: 'feature',
  },
  glsl: {
    load: () => import('highlight.js/lib/languages/glsl'),
    aliases: 'hlsl wgsl',
  },
  go: {
    load: () => import('highlight.js/lib/languages/go'),
    aliases: 'golang',
  },
  gradle: {
    load: () => import('highlight.js/lib/languages/gradle'),
  },
  graphql: {
    load: () => import('highlight.js/lib/languages/graphql'),
    aliases: 'gql graphqls',
  },
  groovy: {
    load: () => import('highlight.js/lib/languages/groovy'),
  },
  haml: {
    load: () => import('highlight.js/lib/languages/haml'),
    needs: ['ruby'],
  },
  handlebars: {
    load: () => import('highlight.js/lib/languages/handlebars'),
    aliases: 'hbs html.hbs html.handlebars htmlbars',
    needs: ['xml'],
  },
  haskell: {
    load: () => import('highlight.js/lib/languages/haskell'),
    aliases: 'hs lhs',
  },
  haxe: {
    load: () => import('highlight.js/lib/languages/haxe'),
    aliases: 'hx',
  },
  http: {
    load: () => import('highlight.js/lib/languages/http'),
    aliases: 'https rest',
    needs: ['json', 'xml'],
  },
  ini: {
    load: () => import('highlight.js/lib/languages/ini'),
    aliases: 'toml cfg conf editorconfig gitconfig dosini',
  },
  java: {
    load: () => import('highlight.js/lib/languages/java'),
    aliases: 'jsp',
  },
  javascript: {
    load: () => import('highlight.js/lib/languages/javascript'),
    aliases: 'js jsx mjs cjs node es6 react jsonp',
    needs: ['xml'],
  },
  json: {
    load: () => import('highlight.js/lib/languages/json'),
    aliases: 'jsonc json5 jsonl ndjson geojson importmap',
  },
  julia: {
    load: () => import('highlight.js/lib/languages/julia'),
  },
  'julia-repl': {
    load: () => import('highlight.js/lib/languages/julia-repl'),
    aliases: 'jldoctest',
    needs: ['julia'],
  },
  kotlin: {
    load: () => import('highlight.js/lib/languages/kotlin'),
    aliases: 'kt kts ktm ktx kotlin-script',
  },
  latex: {
    load: () => import('highlight.js/lib/languages/latex'),
    aliases: 'tex bibtex context',
  },
  less: {
    load: () => import('highlight.js/lib/languages/less'),
  },
  lisp: {
    load: () => import('highlight.js/lib/languages/lisp'),
    aliases: 'elisp emacs-lisp common-lisp commonlisp racket el',
  },
  livescript: {
    load: () => import('highlight.js/lib/languages/livescript'),
    aliases: 'ls',
  },
  llvm: {
    load: () => import('highlight.js/lib/languages/llvm'),
  },
  lua: {
    load: () => import('highlight.js/lib/languages/lua'),
    aliases: 'pluto',
  },
  makefile: {
    load: () => import('highlight.js/lib/languages/makefile'),
    aliases: 'mk mak make gnumakefile',
  },
  markdown: {
    load: () => import('highlight.js/lib/languages/markdown'),
    aliases: 'md mkdown mkd mdx rmd commonmark gfm',
    needs: ['xml'],
  },
  mathematica: {
    load: () => import('highlight.js/lib/languages/mathematica'),
    aliases: 'mma wl',
  },
  matlab: {
    load: () => import('highlight.js/lib/languages/matlab'),
  },
  mipsasm: {
    load: () => import('highlight.js/lib/languages/mipsasm'),
    aliases: 'mips',
  },
  nginx: {
    load: () => import('highlight.js/lib/languages/nginx'),
    aliases: 'nginxconf nginx-conf',
  },
  nim: {
    load: () => import('highlight.js/lib/languages/nim'),
  },
  nix: {
    load: () => import('highlight.js/lib/languages/nix'),
    aliases: 'nixos',
  },
  nsis: {
    load: () => import('highlight.js/lib/languages/nsis'),
  },
  objectivec: {
    load: () => import('highlight.js/lib/languages/objectivec'),
    aliases: 'mm objc obj-c obj-c++ objective-c++ objective-c',
  },
  ocaml: {
    load: () => import('highlight.js/lib/languages/ocaml'),
    aliases: 'ml ocaml-interface',
  },
  openscad: {
    load: () => import('highlight.js/lib/languages/openscad'),
    aliases: 'scad',
  },
  perl: {
    load: () => import('highlight.js/lib/languages/perl'),
    aliases: 'pl pm',
  },
  pgsql: {
    load: () => import('highlight.js/lib/languages/pgsql'),
    aliases: 'postgres postgresql',
  },
  php: {
    load: () => import('highlight.js/lib/languages/php'),
    aliases: 'php3 php5',
  },
  'php-template': {
    load: () => import('highlight.js/lib/languages/php-template'),
    needs: ['xml', 'php'],
  },
  plaintext: {
    load: () => import('highlight.js/lib/languages/plaintext'),
    aliases: 'text txt plain none raw output ascii log',
  },
  powershell: {
    load: () => import('highlight.js/lib/languages/powershell'),
    aliases: 'pwsh ps ps1 posh',
  },
  processing: {
    load: () => import('highlight.js/lib/languages/processing'),
    aliases: 'pde',
  },
  prolog: {
    load: () => import('highlight.js/lib/languages/prolog'),
  },
  properties: {
    load: () => import('highlight.js/lib/languages/properties'),
    aliases: 'env dotenv',
  },
  protobuf: {
    load: () => import('highlight.js/lib/languages/protobuf'),
    aliases: 'proto protobuf3',
  },
  puppet: {
    load: () => import('highlight.js/lib/languages/puppet'),
    aliases: 'pp',
  },
  purebasic: {
    load: () => import('highlight.js/lib/languages/purebasic'),
    aliases: 'pb pbi',
  },
  python: {
    load: () => import('highlight.js/lib/languages/python'),
    aliases: 'py gyp ipython python3 py3 sage starlark bazel',
  },
  'python-repl': {
    load: () => import('highlight.js/lib/languages/python-repl'),
    aliases: 'pycon',
    needs: ['python'],
  },
  qml: {
    load: () => import('highlight.js/lib/languages/qml'),
    aliases: 'qt',
    needs: ['xml'],
  },
  r: {
    load: () => import('highlight.js/lib/languages/r'),
    aliases: 'rlang splus',
  },
  reasonml: {
    load: () => import('highlight.js/lib/languages/reasonml'),
    aliases: 're',
  },
  ruby: {
    load: () => import('highlight.js/lib/languages/ruby'),
    aliases: 'rb gemspec podspec thor irb jruby rake rbx',
  },
  rust: {
    load: () => import('highlight.js/lib/languages/rust'),
    aliases: 'rs',
  },
  sas: {
    load: () => import('highlight.js/lib/languages/sas'),
  },
  scala: {
    load: () => import('highlight.js/lib/languages/scala'),
  },
  scheme: {
    load: () => import('highlight.js/lib/languages/scheme'),
    aliases: 'scm guile',
  },
  scilab: {
    load: () => import('highlight.js/lib/languages/scilab'),
    aliases: 'sci',
  },
  scss: {
    load: () => import('highlight.js/lib/languages/scss'),
    aliases: 'sass',
  },
  shell: {
    load: () => import('highlight.js/lib/languages/shell'),
    aliases: 'console shellsession shell-session terminal sh-session cmdline',
    needs: ['bash'],
  },
  smalltalk: {
    load: () => import('highlight.js/lib/languages/smalltalk'),
    aliases: 'st',
  },
  sml: {
    load: () => import('highlight.js/lib/languages/sml'),
  },
  sql: {
    load: () => import('highlight.js/lib/languages/sql'),
    aliases: 'mysql sqlite plsql tsql mariadb',
  },
  stata: {
    load: () => import('highlight.js/lib/languages/stata'),
    aliases: 'do ado',
  },
  stylus: {
    load: () => import('highlight.js/lib/languages/stylus'),
    aliases: 'styl',
  },
  swift: {
    load: () => import('highlight.js/lib/languages/swift'),
  },
  tap: {
    load: () => import('highlight.js/lib/languages/tap'),
  },
  tcl: {
    load: () => import('highlight.js/lib/languages/tcl'),
    aliases: 'tk',
  },
  thrift: {
    load: () => import('highlight.js/lib/languages/thrift'),
  },
  twig: {
    load: () => import('highlight.js/lib/languages/twig'),
    aliases: 'craftcms',
    needs: ['xml'],
  },
  typescript: {
    load: () => import('highlight.js/lib/languages/typescript'),
    aliases: 'ts tsx mts cts deno',
    needs: ['xml'],
  },
  vala: {
    load: () => import('highlight.js/lib/languages/vala'),
  },
  vbnet: {
    load: () => import('highlight.js/lib/languages/vbnet'),
    aliases: 'vb',
  },
  vbscript: {
    load: () => import('highlight.js/lib/languages/vbscript'),
    aliases: 'vbs',
  },
  verilog: {
    load: () => import('highlight.js/lib/languages/verilog'),
    aliases: 'v sv svh systemverilog',
  },
  vhdl: {
    load: () => import('highlight.js/lib/languages/vhdl'),
  },
  vim: {
    load: () => import('highlight.js/lib/languages/vim'),
    aliases: 'viml vimscript',
  },
  wasm: {
    load: () => import('highlight.js/lib/languages/wasm'),
    aliases: 'wat wast',
  },
  wren: {
    load: () => import('highlight.js/lib/languages/wren'),
  },
  x86asm: {
    load: () => import('highlight.js/lib/languages/x86asm'),
    aliases: 'asm nasm assembly',
  },
  xml: {
    load: () => import('highlight.js/lib/languages/xml'),
    aliases:
      'html xhtml rss atom xjb xsd xsl plist wsf svg vue svelte astro mathml wxml webmanifest',
    needs: ['css', 'javascript'],
  },
  xquery: {
    load: () => import('highlight.js/lib/languages/xquery'),
    aliases: 'xpath xq xqm xpath3',
  },
  yaml: {
    load: () => import('highlight.js/lib/languages/yaml'),
    aliases: 'yml yaml-frontmatter',
  },
  zephir: {
    load: () => import('highlight.js/lib/languages/zephir'),
    aliases: 'zep',
  },
};
