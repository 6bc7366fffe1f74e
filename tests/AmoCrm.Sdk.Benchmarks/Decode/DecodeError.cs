using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Decode;

/// <summary>The body with which amoCRM refuses a request whose fields are wrong.</summary>
public class DecodeError : BenchmarkCase
{
    private const string Json = """
        {"validation-errors": [
            {"request_id": "0", "errors": [{"code": "FieldMissing", "path": "name", "detail": "This field is missing."}]},
            {"request_id": "1", "errors": [{"code": "NotSupportedChoice", "path": "custom_fields_values.0.field_id", "detail": "The value you selected is not a valid choice."}]}],
         "title": "Bad Request", "type": "https://httpstatus.es/400", "status": 400, "detail": "Request validation failed"}
        """;

    private readonly byte[] _json = Encoding.UTF8.GetBytes(Json);
    private readonly AmoCrmResponse _response;

    public DecodeError()
    {
        _response = new AmoCrmResponse(400, _json);
    }

    [Benchmark]
    public AmoCrmApiError Sdk() => AmoCrmErrors.Describe(_response, "amocrm_create_leads");

    [Benchmark(Baseline = true)]
    public ProblemDto HandWritten() => JsonSerializer.Deserialize(_json, PeerJsonContext.Default.ProblemDto)!;

    [Benchmark]
    public ProblemDto Newtonsoft() => NewtonsoftJson.Read<ProblemDto>(new MemoryStream(_json))!;

    public override Task CheckAsync()
    {
        var sdk = Sdk();
        foreach (var (way, problem) in ((string, ProblemDto)[])[(nameof(HandWritten), HandWritten()), (nameof(Newtonsoft), Newtonsoft())])
        {
            SameWork.Value(way, (sdk.Title, sdk.Detail), (problem.Title, problem.Detail));
            SameWork.Value(
                way,
                string.Join('\n', sdk.Errors.Select(static error => $"{error.RequestId} {error.Code} {error.Path} {error.Detail}")),
                string.Join('\n', problem.ValidationErrors!.SelectMany(static item => item.Errors!.Select(error => $"{item.RequestId} {error.Code} {error.Path} {error.Detail}"))));
        }

        return Task.CompletedTask;
    }
}
