namespace AmoCrm.Sdk.Handlers;

/// <summary>What a search for customers sends.</summary>
internal readonly record struct CustomerSearchArguments(string Query, int Limit);
