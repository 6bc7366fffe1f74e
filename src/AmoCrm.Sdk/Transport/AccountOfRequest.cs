namespace AmoCrm.Sdk.Transport;

/// <summary>What is known about the account that a request goes to. The settings, which name it, are read when the first item asks, and not for each of 250.</summary>
/// <param name="api">Sends the request.</param>
internal sealed class AccountOfRequest(AmoCrmApi api)
{
    private AccountCache? _account;

    public async ValueTask<AccountCache> GetAsync(CancellationToken cancellationToken) =>
        _account ??= await api.Account.GetAccountAsync(cancellationToken).ConfigureAwait(false);
}
