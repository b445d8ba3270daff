// Inlined first in `head` and hashed by the build: puts a chosen theme on the page before the first paint.
try {
  const theme = localStorage.getItem('rubric-theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
