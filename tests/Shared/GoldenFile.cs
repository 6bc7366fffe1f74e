using System.Runtime.CompilerServices;

namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>
/// Compares a text with one that people have read and kept. A difference is written beside it as <c>.received.txt</c>;
/// <c>AMOCRM_ACCEPT_SNAPSHOTS=1</c> accepts it.
/// </summary>
internal static class GoldenFile
{
    // Golden files are in the folder _golden next to the test's source.
    public static void Verify(string text, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(FolderOf(testFile), "_golden");
        var golden = Path.Combine(folder, name + ".txt");
        var received = Path.Combine(folder, name + ".received.txt");
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("AMOCRM_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, text);
            File.Delete(received);
            return;
        }

        var kept = File.Exists(golden) ? File.ReadAllText(golden).ReplaceLineEndings("\n") : "";
        if (kept == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, text);
        Assert.Fail($"{name} differs from the golden file. Compare {Path.GetFileName(received)} with it; accept with AMOCRM_ACCEPT_SNAPSHOTS=1.\n{FirstDifference(kept, text)}");
    }

    // A deterministic build maps source paths to /_/: only what follows tests/ is certain.
    private static string FolderOf(string testFile)
    {
        var path = testFile.Replace('\\', '/');
        var relative = path[(path.LastIndexOf("/tests/", StringComparison.Ordinal) + 1)..];
        return Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(relative)!);
    }

    private static string FirstDifference(string kept, string text)
    {
        var old = kept.Split('\n');
        var now = text.Split('\n');
        var line = old.Zip(now).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}\n- {old.ElementAtOrDefault(line)}\n+ {now.ElementAtOrDefault(line)}";
    }
}
