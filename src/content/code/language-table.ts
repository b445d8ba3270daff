/**
 * The languages that code is coloured in, one a line: its name in highlight.js, its other names in lower case, and in
 * brackets the languages whose code may stand inside. The build makes `virtual:rubric/languages` of the lines. The long
 * lists of names are worth their bytes, as blogs name one language in many ways.
 */
export const languageTable = `
ada
apache apacheconf
applescript osascript
arduino ino
armasm arm
asciidoc adoc
autohotkey ahk
awk
bash sh zsh shell-script fish ksh envrc
basic
bnf
c h
capnproto capnp
ceylon
clojure clj edn
cmake cmake.in
coffeescript coffee cson iced
coq
cpp cc c++ h++ hpp hh hxx cxx cuda cu
crystal cr
csharp cs c# dotnet
css
d
dart
delphi dpr dfm pas pascal
diff patch udiff
django jinja jinja2 tera nunjucks liquid htmldjango [xml]
dns bind zone
dockerfile docker containerfile [bash]
dos bat batch cmd batchfile cmd.exe
ebnf
elixir ex exs
elm
erb [xml ruby]
erlang erl escript
excel xlsx xls
fortran f90 f95
fsharp fs f# fsharpi
gherkin feature
glsl hlsl wgsl
go golang
gradle
graphql gql graphqls
groovy
haml [ruby]
handlebars hbs html.hbs html.handlebars htmlbars [xml]
haskell hs lhs
haxe hx
http https rest [json xml]
ini toml cfg conf editorconfig gitconfig dosini
java jsp
javascript js jsx mjs cjs node es6 react jsonp [xml]
json jsonc json5 jsonl ndjson geojson importmap
julia
julia-repl jldoctest [julia]
kotlin kt kts ktm ktx kotlin-script
latex tex bibtex context
less
lisp elisp emacs-lisp common-lisp commonlisp racket el
livescript ls
llvm
lua pluto
makefile mk mak make gnumakefile
markdown md mkdown mkd mdx rmd commonmark gfm [xml]
mathematica mma wl
matlab
mipsasm mips
nginx nginxconf nginx-conf
nim
nix nixos
nsis
objectivec mm objc obj-c obj-c++ objective-c++ objective-c
ocaml ml ocaml-interface
openscad scad
perl pl pm
pgsql postgres postgresql
php php3 php5
php-template [xml php]
plaintext text txt plain none raw output ascii log
powershell pwsh ps ps1 posh
processing pde
prolog
properties env dotenv
protobuf proto protobuf3
puppet pp
purebasic pb pbi
python py gyp ipython python3 py3 sage starlark bazel
python-repl pycon [python]
qml qt [xml]
r rlang splus
reasonml re
ruby rb gemspec podspec thor irb jruby rake rbx
rust rs
sas
scala
scheme scm guile
scilab sci
scss sass
shell console shellsession shell-session terminal sh-session cmdline [bash]
smalltalk st
sml
sql mysql sqlite plsql tsql mariadb
stata do ado
stylus styl
swift
tap
tcl tk
thrift
twig craftcms [xml]
typescript ts tsx mts cts deno [xml]
vala
vbnet vb
vbscript vbs
verilog v sv svh systemverilog
vhdl
vim viml vimscript
wasm wat wast
wren
x86asm asm nasm assembly
xml html xhtml rss atom xjb xsd xsl plist wsf svg vue svelte astro mathml wxml webmanifest [css javascript]
xquery xpath xq xqm xpath3
yaml yml yaml-frontmatter
zephir zep
`;
