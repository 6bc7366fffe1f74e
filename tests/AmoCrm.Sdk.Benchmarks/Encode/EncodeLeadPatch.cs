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

/// <summary>The body of a request that changes one lead.</summary>
public class EncodeLeadPatch : BenchmarkCase
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly UpdateLeadArguments _arguments = new(3_912_171, new UpdateLeadRequest
    {
        Name = "Сделка: поставка",
        Price = 12_250,
        PipelineId = 3_104_455,
        StatusId = 142,
        CustomFields = new() { [294_471] = "Вымышленная набережная, дом 1" },
        TagsToAdd = [new TagReference { Name = "опт" }],
    });

    private readonly LeadPatchDto _model = new()
    {
        Name = "Сделка: поставка",
        Price = 12_250,
        PipelineId = 3_104_455,
        StatusId = 142,
        CustomFieldsValues = [new() { FieldId = 294_471, Values = [new() { Value = "Вымышленная набережная, дом 1" }] }],
        TagsToAdd = [new() { Name = "опт" }],
    };

    private readonly AmoCrmApi _api = SdkApi.WithoutTransport();
    private readonly ArrayBufferWriter<byte> _buffer = new(4 * 1024);
    private readonly MemoryStream _stream = new(4 * 1024);

    [Benchmark]
    public void Sdk() => WriteWithSdk().Return();

    [Benchmark(Baseline = true)]
    public void HandWritten() => Write(PeerJsonContext.Default.LeadPatchDto);

    [Benchmark]
    public void HandTuned() => Write(TunedJsonContext.Default.LeadPatchDto);

    [Benchmark]
    public void Newtonsoft()
    {
        _stream.SetLength(0);
        NewtonsoftJson.Write(_stream, _model);
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

    private void Write(JsonTypeInfo<LeadPatchDto> type)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, Options);
        JsonSerializer.Serialize(writer, _model, type);
    }

    private PooledBuffer WriteWithSdk()
    {
        var fields = CustomFieldResolution.ResolveAsync(_api, LeadsOperations.UpdateLead, _arguments, CancellationToken.None).GetAwaiter().GetResult();
        return OperationBody.Write(LeadsOperations.UpdateLead, _arguments, fields)!;
    }
}
