using AmoCrm.Cli.Output;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Login;

/// <summary>Leads a person through amoCRM's consent page and takes the tokens that come of it.</summary>
/// <param name="console">Where it is told what to do.</param>
/// <param name="authorizer">Knows the page, and exchanges codes.</param>
internal sealed class LoginFlow(CliConsole console, IAmoCrmAuthorizer authorizer)
{
    public async Task<AmoCrmAuthorizationResult> RunAsync(string agent, AmoCrmSettings settings, LoginChoices choices, CancellationToken cancellationToken)
    {
        if (choices.Code is { } code)
        {
            return await authorizer.ExchangeCodeAsync(agent, code, choices.Account, cancellationToken).ConfigureAwait(false);
        }

        return LoopbackAddress.TryParse(settings.RedirectUri, out var address)
            ? await ListenAsync(agent, address, choices, cancellationToken).ConfigureAwait(false)
            : await PasteAsync(agent, choices, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AmoCrmAuthorizationResult> ListenAsync(string agent, LoopbackAddress address, LoginChoices choices, CancellationToken cancellationToken)
    {
        // Before the page is shown: a person who has allowed it should not find the port taken.
        var listener = await RedirectListener.StartAsync(address, redirectedTo => authorizer.CompleteAsync(redirectedTo, CancellationToken.None), cancellationToken).ConfigureAwait(false);
        await using (listener.ConfigureAwait(false))
        {
            await ShowAsync(agent, choices, cancellationToken).ConfigureAwait(false);
            await console.Error.WriteLineAsync($"Waiting at {address.Uri} for you to allow it. Ctrl-C gives up.").ConfigureAwait(false);
            return await listener.WaitAsync(choices.Timeout, console.Machine.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<AmoCrmAuthorizationResult> PasteAsync(string agent, LoginChoices choices, CancellationToken cancellationToken)
    {
        await ShowAsync(agent, choices, cancellationToken).ConfigureAwait(false);
        var text = await Questions.AskSecretAsync(console, "The address at which the browser ends, with the code in it (not shown):", cancellationToken).ConfigureAwait(false);
        return await authorizer.CompleteAsync(PastedRedirect.Address(text), cancellationToken).ConfigureAwait(false);
    }

    private async Task ShowAsync(string agent, LoginChoices choices, CancellationToken cancellationToken)
    {
        var page = await authorizer.CreateConsentUriAsync(agent, cancellationToken: cancellationToken).ConfigureAwait(false);
        var isOpen = choices.OpensBrowser && console.Machine.OpenBrowser(page);
        await console.Error.WriteLineAsync(isOpen ? "Your browser shows amoCRM's page. If it does not, open this address:" : "Open this address in a browser and allow the integration:").ConfigureAwait(false);
        await console.Error.WriteLineAsync(page.AbsoluteUri).ConfigureAwait(false);
        await console.Error.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
