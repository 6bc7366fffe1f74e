namespace AmoCrm.Emulator;

/// <summary>Which parameter filters list elements by id.</summary>
public enum ElementIdFilter
{
    /// <summary><c>filter[id]</c> and top-level <c>id</c>.</summary>
    Both,

    /// <summary><c>filter[id]</c> only.</summary>
    Filter,

    /// <summary>Top-level <c>id</c> only.</summary>
    TopLevel,
}
