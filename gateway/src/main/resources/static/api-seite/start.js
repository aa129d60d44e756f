// Shows the interface of the service that the address names, or of the first.
(() => {
    const services = [...document.querySelectorAll("[data-dienst]")];
    const here = location.pathname.replace(/\/$/, "");
    const asked = new URLSearchParams(location.search).get("dienst");
    const chosen = services.find((link) => link.dataset.dienst === asked) ?? services[0];
    chosen.setAttribute("aria-current", "page");
    SwaggerUIBundle({
        domNode: document.getElementById("schnittstelle"),
        url: `${here}/${chosen.dataset.dienst}/openapi.json`,
        requestInterceptor: (request) => {
            // the services know of no prefix that a proxy shows them below
            request.url = request.url.replace(`${location.origin}/api/`, `${location.origin}${here}/`);
            return request;
        },
        presets: [SwaggerUIBundle.presets.apis],
        deepLinking: true,
        docExpansion: "none",
        displayRequestDuration: true,
        defaultModelsExpandDepth: 0,
        operationsSorter: "alpha",
        validatorUrl: null,
    });
})();
