namespace AmoCrm.Sdk.Benchmarks.StartPlain;

/// <summary>As much of a lead as a small program reads.</summary>
internal sealed class Lead
{
    public long Id { get; set; }

    public string? Name { get; set; }

    public decimal? Price { get; set; }

    public long? StatusId { get; set; }
}
