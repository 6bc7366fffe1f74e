namespace AmoCrm.Cli.Transfer;

/// <summary>The files beside a file that is exported or imported.</summary>
internal static class TransferFiles
{
    public static string Journal(string file) => file + ".journal";

    public static string Rejected(string file) => file + ".rejected.ndjson";

    public static string Created(string file) => file + ".created.csv";
}
