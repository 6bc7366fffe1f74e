using AmoCrm.Sdk.Resilience;

namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>
/// One refresh from its start to its end: take the lease, look again, note that the refresh token is about to be spent, spend it once, keep the answer. Whoever dies on the
/// way leaves a note by which the next one knows what may have happened. docs/decisions/0016-the-refresh-protocol.md
/// </summary>
internal sealed class TokenRefreshRun
{
    // The first one, and one after its answer was lost: a second use of a refresh token may revoke what the first one gave.
    private const int MostAttempts = 2;

    private readonly TokenRefreshContext _context;
    private readonly string _agentId;
    private readonly TokenDemand _demand;
    private readonly TokenFlight _flight;
    private readonly TokenLeasing _lease;
    private readonly TokenRefusalHandling _refusals;

    public TokenRefreshRun(TokenRefreshContext context, string agentId, TokenDemand demand, TokenFlight flight)
    {
        _context = context;
        _agentId = agentId;
        _demand = demand;
        _flight = flight;
        _lease = new TokenLeasing(context, agentId);
        _refusals = new TokenRefusalHandling(context, agentId, _lease);
    }

    public async Task<AmoCrmTokenRefreshResult> RunAsync()
    {
        await _context.ReachAsync(TokenRefreshPoint.Started).ConfigureAwait(false);
        AmoCrmTokenRefreshResult? result = null;
        while (result is null)
        {
            var (record, isTaken) = await _lease.TakeAsync(IsSettled).ConfigureAwait(false);
            result = isTaken ? await RunInLeaseAsync(record).ConfigureAwait(false) : ResultOf(record);
        }

        return result.Value;
    }

    private bool IsMet(AmoCrmTokenRecord record) => _demand.IsMetBy(record, _context.Clock.Now);

    private bool CanGoOn(AmoCrmTokenRecord record) => _demand.CanUse(record.Settings, _context.Clock.Now);

    // A loss that was signalled already is left alone while the access token lives: a second use of the refresh token revokes it.
    private bool IsLeftAlone(AmoCrmTokenRecord record) =>
        AmoCrmAuthorizationStates.SpendingOf(record) is { State: AmoCrmSpendingState.OutcomeUnknown } && CanGoOn(record);

    private bool IsSettled(AmoCrmTokenRecord record)
    {
        if (IsMet(record))
        {
            return true;
        }

        RefreshRequirements.Check(_agentId, record.Settings);
        if (AmoCrmAuthorizationStates.SpendingOf(record) is { State: AmoCrmSpendingState.Refused })
        {
            throw AuthErrors.ReauthorizationRequired(_agentId, error: null);
        }

        return IsLeftAlone(record);
    }

    private AmoCrmTokenRefreshResult ResultOf(AmoCrmTokenRecord record) =>
        IsMet(record) ? AmoCrmTokenRefreshResult.RefreshedByAnother : AmoCrmTokenRefreshResult.KeptCurrent;

    /// <returns>Null when somebody interfered and everything has to be looked at anew.</returns>
    private async Task<AmoCrmTokenRefreshResult?> RunInLeaseAsync(AmoCrmTokenRecord record)
    {
        var isGivenBack = false;
        try
        {
            if (!IsSettled(record))
            {
                (var result, isGivenBack) = await SpendAsync(record).ConfigureAwait(false);
                return result;
            }

            return ResultOf(record);
        }
        finally
        {
            if (!isGivenBack)
            {
                await _lease.ReleaseAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<(AmoCrmTokenRefreshResult? Result, bool LeaseIsGivenBack)> SpendAsync(AmoCrmTokenRecord record)
    {
        var before = AmoCrmAuthorizationStates.SpendingOf(record);
        if (before?.Owner == _lease.Owner)
        {
            // Of an earlier round of this run, which knows that the token was not spent in it.
            before = null;
        }

        if (before is { State: AmoCrmSpendingState.Pending })
        {
            // Whoever wrote this died before it could say what became of it.
            return await AbandonedAsync(record, before).ConfigureAwait(false);
        }

        if (before is { State: AmoCrmSpendingState.OutcomeUnknown })
        {
            if (before.Attempts >= MostAttempts)
            {
                await _refusals.DeadAsync(record, error: null).ConfigureAwait(false);
                return (null, false);
            }

            if (await _refusals.AskAsync(record, _lease.TimeLeft / 2).ConfigureAwait(false) == false)
            {
                return (null, false);
            }
        }

        using var permit = await TakePermitAsync(record).ConfigureAwait(false);
        await _context.ReachAsync(TokenRefreshPoint.PermitTaken).ConfigureAwait(false);
        var spending = new AmoCrmTokenSpending(TokenFingerprint.Of(record.Settings), _lease.Owner, record.ReadAt, (before?.Attempts ?? 0) + 1, AmoCrmSpendingState.Pending);
        if (await _lease.NoteAsync(record, notes => notes with { Spending = spending }).ConfigureAwait(false) is not { } noted)
        {
            return (null, false);
        }

        await _context.ReachAsync(TokenRefreshPoint.SpendingNoted).ConfigureAwait(false);
        AmoCrmResponse response;
        try
        {
            // Nobody else can have the lease before this time is over three times.
            response = _lease.TimeLeft is { Ticks: > 0 } limit
                ? await _context.Endpoint.RefreshAsync(noted.Settings.GetHost(_agentId), noted.Settings, permit, limit, CancellationToken.None).ConfigureAwait(false)
                : throw AuthErrors.LeaseEnds(_agentId);
        }
        catch (AmoCrmOutcomeUnknownException exception)
        {
            return (await LostAsync(noted, exception).ConfigureAwait(false), false);
        }
        catch (AmoCrmException)
        {
            // It certainly was not sent.
            await TryNoteAsync(before).ConfigureAwait(false);
            throw;
        }

        await _context.ReachAsync(TokenRefreshPoint.Answered).ConfigureAwait(false);
        if (TokenAnswer.TryRead(response, out var answer))
        {
            return (await KeepAsync(noted, answer).ConfigureAwait(false), true);
        }

        if (response.IsSuccess || response.StatusCode >= 500)
        {
            return (await AnsweredWithoutTokensAsync(noted, before, UnreadableOf(response)).ConfigureAwait(false), false);
        }

        await _refusals.HandleAsync(noted, before, response).ConfigureAwait(false);
        return (null, false);
    }

    private async ValueTask<TakenPermit> TakePermitAsync(AmoCrmTokenRecord record)
    {
        using var limit = new CancellationTokenSource(_lease.TimeLeft is { Ticks: > 0 } left ? left : throw AuthErrors.LeaseEnds(_agentId), _context.Time);
        try
        {
            return await _context.Endpoint.TakePermitAsync(OAuthEndpoint.RefreshHandler, record.Settings.GetHost(_agentId), record.Settings.ClientId, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw AuthErrors.LeaseEnds(_agentId);
        }
    }

    private async Task<(AmoCrmTokenRefreshResult? Result, bool LeaseIsGivenBack)> AbandonedAsync(AmoCrmTokenRecord record, AmoCrmTokenSpending before)
    {
        var noted = await _lease.NoteAsync(record, notes => notes with { Spending = before with { State = AmoCrmSpendingState.OutcomeUnknown } }).ConfigureAwait(false);
        if (noted is null)
        {
            return (null, false);
        }

        _context.Signal(_agentId, AmoCrmAuthorizationState.OutcomeUnknown);
        return (IsLeftAlone(noted) ? AmoCrmTokenRefreshResult.KeptCurrent : null, false);
    }

    private async Task<AmoCrmTokenRefreshResult> KeepAsync(AmoCrmTokenRecord record, TokenAnswer answer)
    {
        _context.Clock.Observe(answer.ServerTime);
        var isOurs = await new TokenKeeper(_context, _agentId, _flight).KeepAsync(record, answer).ConfigureAwait(false);
        await _context.ReachAsync(TokenRefreshPoint.PairKept).ConfigureAwait(false);
        if (!isOurs)
        {
            AuthLog.KeptAside(_context.Logger, _agentId);
            return AmoCrmTokenRefreshResult.RefreshedByAnother;
        }

        _context.Flights.Unproven(_agentId, new UnprovenToken(answer.AccessToken, _demand.IsRefused, _context.Time.GetUtcNow()));
        _context.Signal(_agentId, AmoCrmAuthorizationState.Authorized);
        return AmoCrmTokenRefreshResult.Refreshed;
    }

    // The server has done with the request, so that what it says about the token now is the last word.
    private async Task<AmoCrmTokenRefreshResult?> AnsweredWithoutTokensAsync(AmoCrmTokenRecord record, AmoCrmTokenSpending? before, Exception cause)
    {
        switch (CanGoOn(record) ? null : await _refusals.AskAsync(record, _context.SpendingLimit).ConfigureAwait(false))
        {
            case true:
                await TryNoteAsync(before).ConfigureAwait(false);
                throw AuthErrors.NotSpent(_agentId, cause);
            case false:
                return null;
            default:
                return await LostAsync(record, cause).ConfigureAwait(false);
        }
    }

    private async Task<AmoCrmTokenRefreshResult?> LostAsync(AmoCrmTokenRecord record, Exception cause)
    {
        var spending = record.Notes.Spending!;
        if (spending.Attempts >= MostAttempts)
        {
            await _refusals.DeadAsync(record, error: null).ConfigureAwait(false);
            return null;
        }

        await TryNoteAsync(spending with { State = AmoCrmSpendingState.OutcomeUnknown }).ConfigureAwait(false);
        _context.Signal(_agentId, AmoCrmAuthorizationState.OutcomeUnknown);
        return CanGoOn(record) ? AmoCrmTokenRefreshResult.KeptCurrent : throw AuthErrors.OutcomeUnknown(_agentId, spending.At + _context.Spacing, cause);
    }

    // When the store is gone as well, the note that the token is being spent stays: it says "unknown" once the lease has ended, and that is the safe side.
    private async Task TryNoteAsync(AmoCrmTokenSpending? spending)
    {
        try
        {
            await _lease.SettleAsync(record => record with { Notes = record.Notes with { Spending = spending } }).ConfigureAwait(false);
        }
        catch (AmoCrmException exception)
        {
            AuthLog.NoteNotWritten(_context.Logger, _agentId, exception.ErrorCode);
        }
    }

    private static AmoCrmException UnreadableOf(AmoCrmResponse response) => response.IsSuccess
        ? new AmoCrmInvalidResponseException($"{OAuthEndpoint.RefreshHandler}: the answer ({response.StatusCode}) holds no tokens.", response.StatusCode) { Handler = OAuthEndpoint.RefreshHandler }
        : AmoCrmErrors.From(response, OAuthEndpoint.RefreshHandler);
}
