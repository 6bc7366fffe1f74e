namespace AmoCrm.Sdk;

/// <summary>What a handler does to the account's data.</summary>
public enum HandlerEffect
{
    /// <summary>Reads only.</summary>
    Read,

    /// <summary>Makes something new.</summary>
    Create,

    /// <summary>Changes what is there.</summary>
    Update,

    /// <summary>Removes something.</summary>
    Delete,
}
