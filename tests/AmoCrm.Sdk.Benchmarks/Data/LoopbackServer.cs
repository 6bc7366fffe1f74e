using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>A web server in this process, for calls over real connections. What it allocates is in the figures of all ways alike.</summary>
internal sealed class LoopbackServer : ICallServer
{
    private readonly WebApplication _application;
    private readonly byte[] _answer;

    private LoopbackServer(WebApplication application, byte[] answer)
    {
        _application = application;
        _answer = answer;
    }

    public Uri Address => new(_application.Urls.Single());

    public List<SentCall>? Sent { get; set; }

    public static LoopbackServer Start(byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build(), answer);
        server._application.Run(server.AnswerAsync);
        server._application.StartAsync().GetAwaiter().GetResult();
        return server;
    }

    public HttpMessageHandler CreateHandler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    public void Reach(AmoCrmClientOptions options) => options.EmulatorAddress = Address;

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (Sent is { } sent)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            sent.Add(new SentCall($"{context.Request.Method} {context.Request.GetEncodedPathAndQuery()}", context.Request.Headers.Authorization, body.ToArray()));
        }
        else
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
        }

        context.Response.ContentType = "application/hal+json";
        context.Response.ContentLength = _answer.Length;
        await context.Response.Body.WriteAsync(_answer);
    }
}
