namespace AmoCrm.Sdk.Hosting;

/// <summary>Remembers which disposable tokens have been used. The default remembers them in this process; where several share the work, write one over what they share.</summary>
public interface IAmoCrmUsedTokens
{
    /// <summary>Notes that a token is being used, unless it has been noted before. Both in one step: of two callers with one token, one is refused.</summary>
    /// <param name="clientId">The integration.</param>
    /// <param name="tokenId">The token's own id (<c>jti</c>).</param>
    /// <param name="until">How long it has to be remembered: after that the token has expired anyway.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when it has been used before.</returns>
    ValueTask<bool> TryUseAsync(string clientId, string tokenId, DateTimeOffset until, CancellationToken cancellationToken);
}
