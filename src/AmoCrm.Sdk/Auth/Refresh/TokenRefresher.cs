namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>Refreshes tokens: joins what is under way in this process, begins what is not, and keeps the hot path free of both.</summary>
internal sealed class TokenRefresher : IAmoCrmTokenRefresher
{
    // After a refresh that failed while the access token still lives.
    private static readonly TimeSpan EarlyPause = TimeSpan.FromMinutes(1);

    private readonly TokenRefreshContext _context;
    private AccessTokenLife? _life;
    private long _noEarlyBefore;

    public TokenRefresher(AmoCrmClientOptions options, IAmoCrmTokenStore store, Func<HttpMessageInvoker> connect)
    {
        _context = new TokenRefreshContext(
            options, store, new OAuthEndpoint(options, connect), new ServerClock(options.TimeProvider), new QuietLogger(options.LoggerFactory.CreateLogger(AuthLog.Category)));
    }

    public ServerClock Clock => _context.Clock;

    public TokenFlights Flights => _context.Flights;

    public async Task<AmoCrmTokenRefreshResult> RefreshAsync(string agentId, TimeSpan minimumAge, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        cancellationToken.ThrowIfCancellationRequested();
        var record = await _context.Store.ReadTokensAsync(agentId, cancellationToken).ConfigureAwait(false);
        var demand = minimumAge > TimeSpan.Zero ? new TokenDemand(unwanted: null, minimumAge: minimumAge) : new TokenDemand(record.Settings.AccessToken);
        return await RefreshAsync(agentId, record.Settings, demand, cancellationToken).ConfigureAwait(false);
    }

    public AccessTokenPhase PhaseOf(AmoCrmSecret token)
    {
        var life = _life;
        if (life?.IsOf(token) != true)
        {
            _life = life = new AccessTokenLife(token, _context.Options.TokenRefresh.EarlyWindow);
        }

        return life.PhaseAt(Clock.Now);
    }

    /// <summary>Has tokens refreshed in the background, while calls go on with those that are there.</summary>
    public void RefreshEarly(string agentId, AmoCrmSettings settings)
    {
        var now = _context.Time.GetUtcNow().UtcTicks;
        var notBefore = Volatile.Read(ref _noEarlyBefore);
        if (now < notBefore || Interlocked.CompareExchange(ref _noEarlyBefore, now + EarlyPause.Ticks, notBefore) != notBefore)
        {
            return;
        }

        // Its flight is there when this returns, so that whoever disposes of the client waits for it.
        _ = RefreshEarlyAsync(agentId, settings);
    }

    private async Task RefreshEarlyAsync(string agentId, AmoCrmSettings settings)
    {
        try
        {
            await RefreshAsync(agentId, settings, new TokenDemand(settings.AccessToken), CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The calls go on; whatever it is, the next attempt or the end of the token brings it to light.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AuthLog.EarlyRefreshFailed(_context.Logger, agentId, exception is IAmoCrmError error ? error.ErrorCode : exception.GetType().Name);
        }
    }

    /// <summary>Waits until a demand is met.</summary>
    public async Task<AmoCrmTokenRefreshResult> RefreshAsync(string agentId, AmoCrmSettings settings, TokenDemand demand, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (flight, isMine) = _context.Flights.Join(new TokenFlightKey(agentId, settings.ClientId), flight => new TokenRefreshRun(_context, agentId, demand, flight).RunAsync());
            var result = await flight.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);

            if (isMine)
            {
                return result;
            }

            // One that began for another reason may have found a token good enough that was refused to us.
            var record = await _context.Store.ReadTokensAsync(agentId, cancellationToken).ConfigureAwait(false);
            if (demand.IsMetBy(record, Clock.Now))
            {
                return result;
            }

            await flight.End.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Called when a token worked that nobody had seen work: the pair before it is not needed any more.</summary>
    public void Prove(string agentId, UnprovenToken token)
    {
        if (Flights.Prove(agentId, token))
        {
            _ = Task.Run(() => NoteProofAsync(agentId, token));
        }
    }

    private async Task NoteProofAsync(string agentId, UnprovenToken token)
    {
        try
        {
            await _context.ReachAsync(TokenRefreshPoint.ProofStarted).ConfigureAwait(false);
            var record = await _context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
            if (record.Settings.AccessToken == token.AccessToken && record.Notes.Previous is not null)
            {
                await _context.Store.TryWriteTokensAsync(agentId, record, record with { Notes = record.Notes with { Previous = null } }, CancellationToken.None).ConfigureAwait(false);
            }

            await _context.ReachAsync(TokenRefreshPoint.ProofNoted).ConfigureAwait(false);
        }
        catch (AmoCrmException exception)
        {
            // The next refresh drops it.
            AuthLog.ProofNotWritten(_context.Logger, agentId, exception.ErrorCode);
        }
    }
}
