namespace AmoCrm.Cli.Transfer;

/// <summary>What a member of a model is, as a cell of a table sees it.</summary>
internal enum EntityMemberKind
{
    /// <summary>A text, a number or a boolean.</summary>
    Scalar,

    /// <summary>A moment, in unix seconds.</summary>
    Time,

    /// <summary>Tags, of which the names count.</summary>
    Tags,

    /// <summary>Related objects, of which the ids count.</summary>
    Links,

    /// <summary>Values of custom fields: columns of their own.</summary>
    CustomFields,

    /// <summary>Anything else, kept as JSON.</summary>
    Json,
}
