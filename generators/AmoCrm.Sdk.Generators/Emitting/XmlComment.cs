namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>XML comments from the manifest's texts.</summary>
internal static class XmlComment
{
    /// <summary>A summary, and remarks with the documentation page where there are any.</summary>
    public static void Write(SourceWriter writer, string summary, string? remarks = null, string? docs = null)
    {
        writer.Line($"/// <summary>{CSharpText.XmlDoc(summary)}</summary>");
        if (remarks is null && docs is null)
        {
            return;
        }

        var link = docs is null ? "" : $"<see href=\"{CSharpText.XmlDoc(docs)}\">amoCRM's page</see>.";
        var text = remarks is null ? link : (CSharpText.XmlDoc(remarks) + " " + link).TrimEnd();
        writer.Line($"/// <remarks>{text}</remarks>");
    }
}
