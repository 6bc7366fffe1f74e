using System.IO.MemoryMappedFiles;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>What a worker is doing, in a file that outlives it: a stack overflow leaves no time to say anything.</summary>
internal sealed class WorkerState : IDisposable
{
    private const int LongestInput = 4 * 1024 * 1024;
    private const int Header = 64;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private WorkerState(MemoryMappedFile file)
    {
        _file = file;
        _view = file.CreateViewAccessor();
    }

    public long Runs
    {
        get => _view.ReadInt64(0);
        set => _view.Write(0, value);
    }

    public long Corpus
    {
        get => _view.ReadInt64(8);
        set => _view.Write(8, value);
    }

    public long Branches
    {
        get => _view.ReadInt64(16);
        set => _view.Write(16, value);
    }

    public long Findings
    {
        get => _view.ReadInt64(24);
        set => _view.Write(24, value);
    }

    /// <summary>Set by the watchdog before it ends the worker.</summary>
    public bool IsHanging
    {
        get => _view.ReadBoolean(32);
        set => _view.Write(32, value);
    }

    /// <summary>What is read at the moment.</summary>
    public byte[] Input
    {
        get
        {
            var input = new byte[_view.ReadInt32(40)];
            _view.ReadArray(Header, input, 0, input.Length);
            return input;
        }

        set
        {
            _view.Write(40, value.Length);
            _view.WriteArray(Header, value, 0, value.Length);
        }
    }

    public static WorkerState Open(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, Header + LongestInput));

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
