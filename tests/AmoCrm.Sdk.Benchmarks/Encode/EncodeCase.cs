using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Transport;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Encode;

/// <summary>A body, from the objects a program has. The SDK's way contains resolving the keys of custom fields.</summary>
/// <typeparam name="TModel">What the others write.</typeparam>
/// <param name="model">That.</param>
/// <param name="plain">How the source generator writes it as it comes.</param>
/// <param name="tuned">How it does where nothing keeps it from writing by itself.</param>
public abstract class EncodeCase<TModel>(TModel model, JsonTypeInfo<TModel> plain, JsonTypeInfo<TModel> tuned) : BenchmarkCase
    where TModel : class
{
    private const int Room = 64 * 1024;

    // As the serializer makes a writer for itself, and as the SDK does.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(Room);
    private readonly MemoryStream _stream = new(Room);

    internal AmoCrmApi Api { get; } = SdkApi.WithoutTransport();

    [Benchmark]
    public void Sdk() => WriteWithSdk().Return();

    [Benchmark(Baseline = true)]
    public void HandWritten() => Write(plain);

    [Benchmark]
    public void HandTuned() => Write(tuned);

    [Benchmark]
    public void Newtonsoft()
    {
        _stream.SetLength(0);
        NewtonsoftJson.Write(_stream, model);
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

    public override ValueTask DisposeAsync()
    {
        _stream.Dispose();
        return base.DisposeAsync();
    }

    private protected abstract PooledBuffer WriteWithSdk();

    private void Write(JsonTypeInfo<TModel> type)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, Options);
        JsonSerializer.Serialize(writer, model, type);
    }
}
