// What changes something has to carry what only a page of ours can ask for.
async function withCsrfToken(request) {
  const changes = !["GET", "HEAD", "OPTIONS"].includes((request.method || "GET").toUpperCase());
  if (changes && !request.headers.Authorization) {
    const me = await (await fetch("/api/me")).json();
    if (me.csrfToken) {
      request.headers["X-CSRF-Token"] = me.csrfToken;
    }
  }
  return request;
}

SwaggerUIBundle({
  url: "/api/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null, requestInterceptor: withCsrfToken
});
