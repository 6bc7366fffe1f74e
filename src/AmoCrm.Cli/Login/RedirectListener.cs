using System.Net.Sockets;
using AmoCrm.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AmoCrm.Cli.Login;

/// <summary>Listens on this machine for the browser to come back from amoCRM's consent page. One path, GET only, until the first answer that is ours.</summary>
internal sealed class RedirectListener : IAsyncDisposable
{
    private readonly LoopbackAddress _address;
    private readonly Func<Uri, Task<AmoCrmAuthorizationResult>> _complete;
    private readonly TaskCompletionSource<AmoCrmAuthorizationResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly WebApplication _app;

    private RedirectListener(LoopbackAddress address, Func<Uri, Task<AmoCrmAuthorizationResult>> complete)
    {
        _address = address;
        _complete = complete;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            address.Listen(server);
        });
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Begins to listen.</summary>
    /// <param name="address">Where.</param>
    /// <param name="complete">Makes tokens of what came back.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="CliFailureException">The port is taken, or this user may not listen there.</exception>
    public static async Task<RedirectListener> StartAsync(LoopbackAddress address, Func<Uri, Task<AmoCrmAuthorizationResult>> complete, CancellationToken cancellationToken)
    {
        var listener = new RedirectListener(address, complete);
        try
        {
            await listener._app.StartAsync(cancellationToken).ConfigureAwait(false);
            return listener;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
            throw new CliFailureException(
                $"Nothing can listen at {address.Authority} (the redirect URI): the port is taken by another program, or needs other rights. End that program, or register a redirect URI with another port.");
        }
        catch
        {
            await listener.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits for the answer.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CliFailureException">Nobody came.</exception>
    public async Task<AmoCrmAuthorizationResult> WaitAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await _done.Task.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // A code that is being exchanged just now works once: its tokens are waited for. The exchange has a time limit of its own.
            await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            if (_done.Task.IsCompleted)
            {
                return await _done.Task.ConfigureAwait(false);
            }

            if (exception is OperationCanceledException)
            {
                throw;
            }

            throw new CliFailureException(
                $"Nobody came back from amoCRM to {_address.Uri} within {timeout.TotalMinutes:0.##} minutes. Run the command again; give it longer with --timeout, "
                + "or take the address from the browser and give it with --redirected-to.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The last page may still be on its way to the browser. One that keeps its connection open must not hold up the end for longer.
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(soon.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!string.Equals(context.Request.Host.Value, _address.Authority, StringComparison.OrdinalIgnoreCase) || !target.StartsWith('/'))
        {
            await RedirectPage.WriteAsync(context.Response, StatusCodes.Status400BadRequest, "This is not the address that amoCRM sends a browser to.").ConfigureAwait(false);
        }
        else if (target.Split('?', 2)[0] != _address.Path)
        {
            await RedirectPage.WriteAsync(context.Response, StatusCodes.Status404NotFound, "There is nothing here.").ConfigureAwait(false);
        }
        else if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Get;
            await RedirectPage.WriteAsync(context.Response, StatusCodes.Status405MethodNotAllowed, "amoCRM sends a browser here with GET.").ConfigureAwait(false);
        }
        else
        {
            await ReceiveAsync(context, new Uri($"{_address.Uri.GetLeftPart(UriPartial.Authority)}{target}")).ConfigureAwait(false);
        }
    }

    private async Task ReceiveAsync(HttpContext context, Uri redirectedTo)
    {
        await _gate.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            if (_done.Task.IsCompleted)
            {
                await RedirectPage.WriteAsync(context.Response, StatusCodes.Status410Gone, "This has been answered already.").ConfigureAwait(false);
                return;
            }

            await CompleteAsync(context, redirectedTo).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task CompleteAsync(HttpContext context, Uri redirectedTo)
    {
        AmoCrmAuthorizationResult? result = null;
        Exception? failure = null;
        try
        {
            // Not ended by the browser's going away: the code works once.
            result = await _complete(redirectedTo).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, the command tells it; here only the browser is told.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        try
        {
            await (result is not null
                ? RedirectPage.WriteAsync(context.Response, StatusCodes.Status200OK, $"The integration is authorised in {result.Host}. You can close this page.")
                : RedirectPage.WriteAsync(context.Response, StatusCodes.Status400BadRequest, failure is IAmoCrmError ? failure.Message : "It failed: the terminal says why."))
                .ConfigureAwait(false);
        }
        finally
        {
            Finish(result, failure);
        }
    }

    private void Finish(AmoCrmAuthorizationResult? result, Exception? failure)
    {
        if (result is not null)
        {
            _done.TrySetResult(result);
        }
        else if (failure is not AmoCrmAuthorizationException { Reason: AmoCrmAuthorizationFailure.StateUnknown })
        {
            // Anybody can send a browser here with a state that is not ours: then the right answer may still come.
            _done.TrySetException(failure!);
        }
    }
}
