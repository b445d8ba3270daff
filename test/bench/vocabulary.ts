/** Common English words, commonest first, from which generated posts are written. */
export const words: readonly string[] = `
the of and to a in is it for that on with as this be are by an from or at was we have can not you i
but they which more one when has all if how so what will there use about time new get out than up
code just make into some like data do first work other way need see only them now most then file
should would could these where after because each two before even well also want every post change
find much same write system know very through here still read small why run right problem build
over those many without good part look test take page simple name list day while something does
between start add user different point back own case server order set type number possible old
kind both line better memory always call error any question year long however language think never
happen during real next last few place fast keep state end idea under text machine value function
people let version important answer program request might another world small reason design common
open become learn since again against often message form release simple search result step early
large whole library browser network update local hard remember explain compile engine morning city
library store pattern measure structure quality future support project module parser table device
journey river window garden letter winter kitchen travel music history school paper market mountain
island summer coffee street bridge station evening friend family story photograph picture weather
process thread queue cache index shard budget latency cost cluster schema query token syntax frame
buffer pointer stack heap layout color font margin grid column border image animation accessibility
keyboard screen reader pixel script style element attribute event listener signal effect component
router history address protocol header status policy security secret certificate key password trust
attack defence audit license contract agreement team meeting review feedback hiring interview career
manager culture remote office writing publishing editor draft reader audience newsletter feed comment
archive backup storage disk database migration deployment pipeline container image registry package
dependency upgrade breaking compatibility deprecated experimental stable beta feature flag experiment
metric dashboard alert incident outage postmortem recovery resilience capacity traffic load balance
region zone edge cloud cost invoice price customer product market launch growth retention survey
research paper theorem proof logic graph tree hash sort binary recursion iteration closure iterator
generic trait interface inheritance composition ownership borrow lifetime macro enum struct vector
string unicode encoding byte bit integer float decimal precision rounding overflow random seed noise
`
  .trim()
  .split(/\s+/);

/** Labels for keywords, made for 300; commonest first. */
export const labels: readonly string[] = `
Rust, JavaScript, programming, web, Linux, CSS, security, performance, testing, design, Python, databases,
HTML, TypeScript, open source, developer tools, DevOps, Git, career, writing, accessibility, networking,
WebAssembly, algorithms, compilers, React, cloud, data science, machine learning, API, Docker, command line,
productivity, books, hardware, privacy, games, mobile, iOS, Android, Kubernetes, Postgres, SQLite, monitoring,
debugging, architecture, refactoring, functional programming, concurrency, cryptography, graphics, typography,
UX, browsers, service workers, HTTP, DNS, email, RSS, Markdown, static sites, blogging, photography, travel,
music, food, history, philosophy, education, management, hiring, remote work, community, conferences,
interviews, case studies, release notes, tutorials, opinion, year in review, notes, links, quotes,
reading list, C++, C#, Go, Zig, Elixir, Haskell, Lisp, Ruby, Rails, PHP, Java, Kotlin, Swift, Vim, Emacs,
terminal, fonts, SVG, canvas, WebGL, audio, video, maps, geodata, statistics, visualization, spreadsheets,
automation, home lab, robotics, electronics, 3D printing, bicycles, climbing, running, cooking, gardening,
woodworking, film, theatre, poetry
`
  .trim()
  .split(/,\s+/);
