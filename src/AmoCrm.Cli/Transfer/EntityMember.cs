namespace AmoCrm.Cli.Transfer;

/// <summary>A member of a model.</summary>
/// <param name="Name">Its name in JSON, and its column's.</param>
/// <param name="IsEmbedded">Whether it stands in <c>_embedded</c>.</param>
/// <param name="Kind">What it is.</param>
internal sealed record EntityMember(string Name, bool IsEmbedded, EntityMemberKind Kind);
