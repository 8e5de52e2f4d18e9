/// The little script there is. Every page works without it.
enum Skript {
  static let alt = """
    'use strict';
    // The reader begins at what must be mended.
    document.getElementById('feil')?.focus();

    // In the meeting's view the arrow keys turn the pages.
    document.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target.closest('input, textarea, select')) return;
      const relation = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
      const link = relation && document.querySelector('a[rel="' + relation + '"]');
      if (link) { event.preventDefault(); link.click(); }
    });

    // A form that only carries an answer on.
    document.querySelector('form[data-videre]')?.requestSubmit();

    // What is typed and not saved is not lost by a slip.
    let typed = false;
    document.addEventListener('input', () => { typed = true; });
    document.addEventListener('submit', () => { typed = false; });
    window.addEventListener('beforeunload', (event) => { if (typed) event.preventDefault(); });

    """
}
