// A page that follows its changes. The server sends a mark; a page that shows another one asks for itself anew and shows that.
(() => {
    "use strict";
    const place = document.getElementById("inhalt");
    if (!place || !place.dataset.live || !window.EventSource) return;

    const said = document.createElement("p");
    said.className = "sf-unseen";
    said.setAttribute("role", "status");
    place.after(said);

    let shown = place.dataset.mark;
    let wanted = shown;
    let loading = false;

    // what somebody has begun to fill in is never taken away
    const filling = () => Array.from(place.querySelectorAll("input, textarea, select")).some((field) => {
        if (field.type === "hidden") return false;
        if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
        if (field.tagName === "SELECT") return Array.from(field.options).some((each) => each.selected !== each.defaultSelected) && field.selectedIndex > 0;
        return field.value !== field.defaultValue || field === document.activeElement;
    });

    const offer = () => {
        if (document.getElementById("sf-news")) return;
        const news = document.createElement("p");
        news.id = "sf-news";
        news.className = "sf-notice";
        news.setAttribute("role", "status");
        const again = document.createElement("a");
        again.className = "kern-link";
        again.href = location.pathname + location.search;
        again.textContent = place.dataset.again;
        news.append(place.dataset.news + " ", again);
        place.querySelector("main").prepend(news);
    };

    const show = (page) => {
        const next = page.getElementById("inhalt");
        const main = next && next.querySelector("main");
        if (!main) { location.reload(); return; }
        const focused = document.activeElement && place.contains(document.activeElement) ? document.activeElement.id : "";
        const unfolded = Array.from(place.querySelectorAll("details[open] > summary")).map((each) => each.textContent);
        place.querySelector("main").replaceWith(document.adoptNode(main));
        place.querySelectorAll("details > summary").forEach((each) => {
            if (unfolded.includes(each.textContent)) each.parentElement.open = true;
        });
        const before = focused && document.getElementById(focused);
        if (before) before.focus({preventScroll: true});
        document.title = page.title;
        shown = next.dataset.mark;
        said.textContent = place.dataset.done;
    };

    // a cache on the way may still have the page as it was: asked again a few times
    const load = async (attempt) => {
        if (shown === wanted) return;
        if (filling()) { offer(); return; }
        try {
            const answer = await fetch(location.pathname + location.search, {headers: {Accept: "text/html"}, cache: "no-store"});
            if (!answer.ok || answer.redirected) { offer(); return; }
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const mark = page.getElementById("inhalt")?.dataset.mark;
            if (filling()) { offer(); return; }
            if (mark !== shown) show(page);
        } catch (gone) {
            // asked again below
        }
        if (shown !== wanted && attempt < 6) {
            await new Promise((done) => setTimeout(done, 250 * 2 ** attempt));
            await load(attempt + 1);
        }
    };

    const news = async (mark) => {
        wanted = mark;
        if (loading) return;
        loading = true;
        try {
            await load(0);
        } finally {
            loading = false;
        }
    };

    let pause = 2000;
    const connect = () => {
        const events = new EventSource(place.dataset.live);
        events.onopen = () => { pause = 2000; };
        events.onmessage = (event) => news(event.data);
        events.onerror = () => {
            if (events.readyState !== EventSource.CLOSED) return;
            // refused, as while the service is away or the login has ended: not all pages ask again at once, and ever more seldom
            events.close();
            setTimeout(connect, pause * (1 + Math.random()));
            pause = Math.min(pause * 2, 60000);
        };
    };
    connect();
})();
