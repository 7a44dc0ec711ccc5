/*
 * Before the first paint: which language, which screen, how large the text; later, whether the program came at all.
 * A classic script, since modules wait.
 */
(function () {
  var root = document.documentElement;
  var languages = ['en', 'zh-Hans', 'zh-Hant', 'ru'];
  function reduce(tag) {
    try {
      var full = new Intl.Locale(tag).maximize();
      return full.language === 'zh' || full.language === 'yue' ? 'zh-' + full.script : full.language;
    } catch (_) {
      return '';
    }
  }
  var wishes = [new URLSearchParams(location.search).get('lang')];
  try {
    wishes.push(localStorage.getItem('first-light.language'));
    var scale = Number(localStorage.getItem('first-light.text'));
    if (scale >= 1 && scale <= 2) root.style.setProperty('--text-scale', String(scale));
    if (localStorage.getItem('first-light.contrast') === 'high') root.dataset.contrast = 'high';
  } catch (_) {
    /* Storage may be forbidden; the browser's languages are enough. */
  }
  wishes = wishes.concat(navigator.languages || [navigator.language]);
  for (var i = 0; i < wishes.length; i++) {
    var language = wishes[i] && reduce(wishes[i]);
    if (languages.indexOf(language) >= 0) {
      root.lang = language;
      break;
    }
  }
  if (location.pathname === '/') root.dataset.screen = 'title';

  /* When the program itself does not arrive, nothing of it can say so. What is begun takes this away. */
  function find() {
    return document.querySelector('.not-arrived[lang="' + root.lang + '"]');
  }
  function again() {
    if (find()) location.reload();
  }
  function tell() {
    var told = find();
    if (!told || !told.hidden) return;
    told.hidden = false;
    /* Its button would lead to a page that does not come, either. */
    document.querySelectorAll('.title').forEach(function (title) {
      title.remove();
    });
    told.querySelector('button').addEventListener('click', again);
    /* Nobody stands beside a kiosk. */
    if (/^\/kiosk(\/|$)/.test(location.pathname)) setTimeout(again, 60000);
  }
  addEventListener(
    'error',
    function (event) {
      if (event.target instanceof HTMLScriptElement) tell();
    },
    true,
  );
  addEventListener('unhandledrejection', tell);
})();
