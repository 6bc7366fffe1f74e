using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>The call that spends a refresh token, as https://www.amocrm.ru/developers/content/oauth/step-by-step has it.</summary>
public sealed class TokenCallTests
{
    [Fact]
    public async Task It_says_that_a_refresh_token_is_spent_and_whose_it_is()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        string? sent = null;
        bench.Server.BeforeRefresh = async (request, cancellationToken) =>
        {
            sent = $"{request.Method} {request.RequestUri} {await request.Content!.ReadAsStringAsync(cancellationToken)}";
            return null;
        };

        await bench.CallAsync().WithPatience();

        Assert.Equal(
            "POST https://mycompany.amocrm.ru/oauth2/access_token " +
            $$"""{"client_id":"client-id","client_secret":"client-secret-canary","grant_type":"refresh_token","refresh_token":"{{bench.Pair.Refresh}}","redirect_uri":"https://example.com/oauth"}""",
            sent);
    }
}
