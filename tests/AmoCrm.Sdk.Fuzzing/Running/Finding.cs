using System.Globalization;
using System.Security.Cryptography;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>Something that was found, and how it is told from another finding.</summary>
/// <param name="Kind">What it is: a failure, a crash of the process, a hang.</param>
/// <param name="Signature">The same for the same fault, whatever the input.</param>
/// <param name="Text">What a person needs.</param>
internal sealed record Finding(string Kind, string Signature, string Text)
{
    private const int FramesOfSignature = 3;

    public static Finding Of(Exception exception) => new("failure", SignatureOf(exception), exception.ToString());

    public static Finding Crash(string output) => new("crash", "crash", output);

    public static Finding Hang(TimeSpan limit) => new("hang", "hang", string.Create(CultureInfo.InvariantCulture, $"The input takes more than {limit.TotalSeconds} seconds of processor time, or minutes without any."));

    /// <summary>Writes the input, and beside it what happened and the command that shows it again.</summary>
    public void Save(string folder, FuzzTarget target, byte[] input)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{Kind}-{Convert.ToHexStringLower(SHA256.HashData(input).AsSpan(0, 4))}");
        File.WriteAllBytes(file, input);
        File.WriteAllText(file + ".txt", string.Create(CultureInfo.InvariantCulture, $"dotnet run -c Release --project tests/AmoCrm.Sdk.Fuzzing -- {target.Name} --replay {file}\n\n{Text}\n"));
    }

    private static string SignatureOf(Exception exception)
    {
        if (exception is FuzzFailureException)
        {
            return exception.Message;
        }

        var frames = (exception.StackTrace ?? "").Split('\n')
            .Where(static line => line.Contains(" AmoCrm.", StringComparison.Ordinal) && !line.Contains(" AmoCrm.Sdk.Fuzzing.", StringComparison.Ordinal))
            .Take(FramesOfSignature)
            .Select(static line => line.Split(" in ")[0].Trim());
        return $"{exception.GetType()} {string.Join(' ', frames)}";
    }
}
