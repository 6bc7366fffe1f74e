using System.Net;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Plays the browser of a person who allows everything: opens the page and goes where it leads.</summary>
internal sealed class PlayedBrowser : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly TaskCompletionSource<Uri> _redirect = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A machine with this browser.</summary>
    public CliMachine Machine => AmocrmCli.Machine with { OpenBrowser = Open };

    /// <summary>Whether it goes where the page leads.</summary>
    public bool Follows { get; init; } = true;

    /// <summary>Addresses that it is sent to before that by somebody else, relative to the right one.</summary>
    public IReadOnlyList<string> Lures { get; init; } = [];

    /// <summary>What it was shown in the end, after what the lures showed.</summary>
    public IReadOnlyList<(HttpStatusCode Status, string Text)> Pages => _pages;

    /// <summary>The visit; ends with the last page.</summary>
    public Task Visit { get; private set; } = Task.CompletedTask;

    /// <summary>The address to which the page leads.</summary>
    public Task<Uri> RedirectedTo => _redirect.Task;

    private readonly List<(HttpStatusCode Status, string Text)> _pages = [];

    /// <summary>Opens the consent page and answers where it leads.</summary>
    public async Task<Uri> AllowAsync(Uri page)
    {
        using var consent = await _http.GetAsync(page);
        return consent.Headers.Location!;
    }

    public void Dispose() => _http.Dispose();

    private bool Open(Uri page)
    {
        Visit = VisitAsync(page);
        return true;
    }

    private async Task VisitAsync(Uri page)
    {
        var location = await AllowAsync(page);
        _redirect.SetResult(location);
        if (Follows)
        {
            foreach (var address in Lures.Select(lure => new Uri(location, lure)).Append(location))
            {
                using var answer = await _http.GetAsync(address);
                _pages.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            }
        }
    }
}
