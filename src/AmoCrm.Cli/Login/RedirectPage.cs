using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace AmoCrm.Cli.Login;

/// <summary>The page that the browser is shown when it comes back. It loads nothing, and the address it stands at is passed on to nobody, for there is a code in it.</summary>
internal static class RedirectPage
{
    public static async Task WriteAsync(HttpResponse response, int status, string message)
    {
        var (title, text) = (status == StatusCodes.Status200OK ? "Done" : "amocrm login", HtmlEncoder.Default.Encode(message));
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Connection = "close";
        await response.WriteAsync(
            $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{{title}}</title>
            <style>body { font: 1.1rem system-ui, sans-serif; max-width: 36rem; margin: 20vh auto; padding: 0 1rem }</style></head>
            <body><h1>{{title}}</h1><p>{{text}}</p></body></html>

            """).ConfigureAwait(false);

        // The listener ends with the first good answer: it has to be out by then.
        await response.CompleteAsync().ConfigureAwait(false);
    }
}
