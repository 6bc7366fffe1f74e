using AmoCrm.Sdk.Resilience;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk;

/// <summary>Says what is wrong with options, all at once.</summary>
internal sealed class AmoCrmClientOptionsValidator : IValidateOptions<AmoCrmClientOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, AmoCrmClientOptions options) =>
        ProblemsOf(options) is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    public static IReadOnlyList<string> ProblemsOf(AmoCrmClientOptions options)
    {
        var problems = new List<string>();
        Check(!string.IsNullOrWhiteSpace(options.ApplicationName), $"{nameof(options.ApplicationName)} must not be empty: give your program's name.");
        Check(!string.IsNullOrWhiteSpace(options.AgentId), $"{nameof(options.AgentId)} must not be empty: leave it '{AmoCrmClientOptions.DefaultAgentId}' if you have one account.");
        CheckTimeout(nameof(options.ConnectTimeout), options.ConnectTimeout);
        CheckTimeout(nameof(options.AttemptTimeout), options.AttemptTimeout);
        CheckTimeout(nameof(options.TotalTimeout), options.TotalTimeout);
        Check(options.AccountMetadataLifetime >= TimeSpan.Zero, $"{nameof(options.AccountMetadataLifetime)} must not be negative: zero switches keeping off.");
        Check(options.MaxResponseBytes > 0, $"{nameof(options.MaxResponseBytes)} must be positive.");
        Check(options.TokenRefresh is not null, $"{nameof(options.TokenRefresh)} must not be null: leave it as it is for the defaults.");
        if (options.TokenRefresh is { } refresh)
        {
            Check(
                refresh.EarlyWindow >= TimeSpan.Zero && refresh.EarlyWindow <= LongestTimeout,
                $"{nameof(options.TokenRefresh)}.{nameof(refresh.EarlyWindow)} must not be negative and at most {LongestTimeout.TotalHours} hours: zero refreshes tokens only once they have ended.");
            Check(
                refresh.LeaseDuration >= ShortestLease && refresh.LeaseDuration <= LongestLease,
                $"{nameof(options.TokenRefresh)}.{nameof(refresh.LeaseDuration)} must be between one second and {LongestLease.TotalMinutes} minutes: a third of it is the time for one answer of amoCRM.");
        }

        CheckAll(nameof(options.RateLimit), options.RateLimit, RateLimits.ProblemsOf);
        CheckAll(nameof(options.Retry), options.Retry, AmoCrmRetryOptions.ProblemsOf);
        CheckAll(nameof(options.Coalescing), options.Coalescing, AmoCrmCoalescingOptions.ProblemsOf);
        Check(options.TimeProvider is not null, $"{nameof(options.TimeProvider)} must not be null: leave it {nameof(TimeProvider)}.{nameof(TimeProvider.System)}.");
        Check(options.LoggerFactory is not null, $"{nameof(options.LoggerFactory)} must not be null: leave it as it is for no logging.");
        Check(
            options.EmulatorAddress is not { } address || IsLoopback(address),
            $"{nameof(options.EmulatorAddress)} must be an http or https address of this machine without a path, such as http://127.0.0.1:5080/: tokens are sent to it.");
        Check(
            !FollowsRedirectsOrKeepsCookies(options.HttpMessageHandler),
            $"{nameof(options.HttpMessageHandler)} must have AllowAutoRedirect and UseCookies off: a redirect would carry requests to other hosts.");
        return problems;

        void CheckAll<T>(string name, T? part, Func<T, IEnumerable<string>> problemsOf)
            where T : class
        {
            Check(part is not null, $"{name} must not be null: leave it as it is for the defaults.");
            problems.AddRange(part is null ? [] : problemsOf(part));
        }

        void CheckTimeout(string name, TimeSpan value) =>
            Check(value > TimeSpan.Zero && value <= LongestTimeout, $"{name} must be more than zero and at most {LongestTimeout.TotalHours} hours.");

        void Check(bool isRight, string problem)
        {
            if (!isRight)
            {
                problems.Add(problem);
            }
        }
    }

    /// <summary>Whether the handler at the end of a chain does one of both. Of a handler that is none of .NET's own nobody can tell: it counts as sound.</summary>
    public static bool FollowsRedirectsOrKeepsCookies(HttpMessageHandler? handler) => handler switch
    {
        DelegatingHandler outer => FollowsRedirectsOrKeepsCookies(outer.InnerHandler),
        SocketsHttpHandler sockets => sockets.AllowAutoRedirect || sockets.UseCookies,
        HttpClientHandler client => client.AllowAutoRedirect || client.UseCookies,
        _ => false,
    };

    private static bool IsLoopback(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.IsLoopback
        && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" };
}
