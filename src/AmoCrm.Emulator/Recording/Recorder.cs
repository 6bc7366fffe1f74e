using AmoCrm.Emulator.Auth;
using AmoCrm.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AmoCrm.Emulator.Recording;

/// <summary>Writes down what came and how it went, without secrets.</summary>
/// <param name="clock">The emulator's time.</param>
/// <param name="keepsRequests">Off: token calls only.</param>
internal sealed class Recorder(TimeProvider clock, bool keepsRequests)
{
    private long _sequence;

    public SequencedLog<RecordedRequest> Requests { get; } = new(request => request.Sequence);

    public SequencedLog<RecordedTokenCall> TokenCalls { get; } = new(call => call.Sequence);

    public Arrival Begin(DateTimeOffset arrived) => new(Interlocked.Increment(ref _sequence), arrived);

    /// <summary>The request has been executed or refused, and its answer has not left yet. The status is what the caller gets to see: 0 where the connection is cut.</summary>
    public void Add(Arrival arrival, IncomingRequest incoming, IHeaderDictionary headers, ExecutedRequest executed, int status)
    {
        var isTokenCall = OAuthRoutes.IsTokenCall(incoming.Path);
        if (isTokenCall)
        {
            TokenCalls.Add(TokenCall(arrival, incoming, executed.Answer, status));
        }

        if (!keepsRequests)
        {
            return;
        }

        Requests.Add(new RecordedRequest
        {
            Sequence = arrival.Sequence,
            Time = arrival.Time,
            Host = incoming.Host,
            Method = incoming.Method,
            Path = incoming.Path,
            Query = incoming.RawQuery,
            Headers = HeaderMask.Apply(headers),
            Body = isTokenCall ? SecretMask.Apply(incoming.Body) : incoming.Body,
            Status = status,
            Milliseconds = arrival.Milliseconds,
            UnknownQueryKeys = executed.UnknownQueryKeys,
            RequestId = arrival.RequestId,
        });
    }

    private RecordedTokenCall TokenCall(Arrival arrival, IncomingRequest incoming, Answer answer, int status)
    {
        var (grantType, fingerprint) = TokenCallBody.Read(incoming.Body);
        return new RecordedTokenCall
        {
            Sequence = arrival.Sequence,
            Host = incoming.Host,
            GrantType = grantType,
            Fingerprint = fingerprint,
            IsHonoured = answer.HasTokens,
            IssuedAccessFingerprint = Issued(answer, "access_token"),
            IssuedRefreshFingerprint = Issued(answer, "refresh_token"),
            Status = status,
            StartedAt = arrival.Time,
            EndedAt = clock.GetUtcNow(),
        };
    }

    private static string Issued(Answer answer, string name) => answer.HasTokens ? TokenCallBody.Fingerprint(answer.Body?.Text(name)) : string.Empty;
}
