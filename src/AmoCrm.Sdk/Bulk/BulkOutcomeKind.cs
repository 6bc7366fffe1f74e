namespace AmoCrm.Sdk;

/// <summary>What became of an item of a bulk write.</summary>
public enum BulkOutcomeKind
{
    /// <summary>amoCRM carried it out.</summary>
    Succeeded,

    /// <summary>It was refused, here or by amoCRM, and nothing was written: mend it before it is sent again.</summary>
    Rejected,

    /// <summary>It was sent, and nobody knows whether it was carried out: look before it is sent again.</summary>
    Unknown,

    /// <summary>It certainly was not carried out, for a reason that is not its own: it can be sent again as it is.</summary>
    NotSent,
}
