using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using AmoCrm.Sdk.Transport;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Encode;

/// <summary>The body of a request that creates 50 leads with custom fields, from the objects a program has. The SDK's way contains resolving the fields' keys.</summary>
public class EncodeLeadCreates : BenchmarkCase
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<CreateLeadRequest> _requests = NewLeads.ForSdk();
    private readonly List<NewLeadDto> _models = NewLeads.ForOthers();
    private readonly ResolvedCustomFields?[] _fields = new ResolvedCustomFields?[NewLeads.Count];
    private readonly AmoCrmApi _api = SdkApi.WithoutTransport();
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly MemoryStream _stream = new(64 * 1024);

    [Benchmark]
    public void Sdk() => WriteWithSdk().Return();

    [Benchmark(Baseline = true)]
    public void HandWritten() => Write(PeerJsonContext.Default.ListNewLeadDto);

    [Benchmark]
    public void HandTuned() => Write(TunedJsonContext.Default.ListNewLeadDto);

    [Benchmark]
    public void Newtonsoft()
    {
        _stream.SetLength(0);
        NewtonsoftJson.Write(_stream, _models);
    }

    public override Task CheckAsync()
    {
        HandWritten();
        Newtonsoft();
        var body = WriteWithSdk();
        SameWork.Json(nameof(Sdk), _buffer.WrittenSpan, body.Written.Span);
        HandTuned();
        SameWork.Json(nameof(HandTuned), _buffer.WrittenSpan, body.Written.Span);
        SameWork.Json(nameof(Newtonsoft), _buffer.WrittenSpan, _stream.ToArray());
        body.Return();
        return Task.CompletedTask;
    }

    private void Write(JsonTypeInfo<List<NewLeadDto>> type)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, Options);
        JsonSerializer.Serialize(writer, _models, type);
    }

    private PooledBuffer WriteWithSdk()
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            // Nothing has to be looked up for ids and codes, so it is there at once.
            _fields[i] = CustomFieldResolution.ResolveAsync(_api, BaseOperations.CreateLead, _requests[i], CancellationToken.None).GetAwaiter().GetResult();
        }

        return OperationBody.WriteMany(BaseOperations.CreateLead, _requests, _fields);
    }
}
