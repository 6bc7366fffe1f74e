using System.Text;

namespace AmoCrm.Sdk.Tests.Hooks;

/// <summary>Answers by path and query, and keeps what was asked.</summary>
internal sealed class ScriptedTransport : IAmoCrmTransport
{
    private readonly Dictionary<string, AmoCrmResponse> _answers = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public ScriptedTransport Answers(string pathAndQuery, string json, int status = 200)
    {
        _answers[pathAndQuery] = new AmoCrmResponse(status, Encoding.UTF8.GetBytes(json)) { ContentType = "application/hal+json" };
        return this;
    }

    public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Query is null ? request.Path : $"{request.Path}?{request.Query}";
        Asked.Add(asked);
        return Task.FromResult(_answers.TryGetValue(asked, out var answer) ? answer : throw new InvalidOperationException("Not scripted: " + asked));
    }
}
