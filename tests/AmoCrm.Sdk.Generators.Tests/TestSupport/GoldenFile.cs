using System.Runtime.CompilerServices;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>
/// Compares a text with one that people have read and kept. A difference is written beside it as <c>.received.txt</c>;
/// <c>AMOCRM_ACCEPT_SNAPSHOTS=1</c> accepts it.
/// </summary>
internal static class GoldenFile
{
    // Golden files are in the folder _golden next to the test's source.
    public static void Verify(string text, string name, [CallerFilePath] string testFile = "")
    {
        var golden = Path.Combine(FolderOf(testFile), "_golden", name + ".txt");
        var received = Path.Combine(FolderOf(testFile), "_golden", name + ".received.txt");
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

    private static string FolderOf(string testFile)
    {
        // A deterministic build maps source paths to /_/.
        const string Project = "AmoCrm.Sdk.Generators.Tests";
        var relative = testFile.Replace('\\', '/');
        relative = relative[(relative.LastIndexOf(Project + "/", StringComparison.Ordinal) + Project.Length + 1)..];
        return Path.Combine(RepositoryFiles.Root, "tests", Project, Path.GetDirectoryName(relative)!);
    }

    private static string FirstDifference(string kept, string text)
    {
        var old = kept.Split('\n');
        var now = text.Split('\n');
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}\n- {old.ElementAtOrDefault(line)}\n+ {now.ElementAtOrDefault(line)}";
    }
}
