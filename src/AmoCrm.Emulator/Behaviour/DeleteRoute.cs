namespace AmoCrm.Emulator;

/// <summary>What DELETE of an entity that the documentation does not offer meets.</summary>
public enum DeleteRoute
{
    /// <summary>404 "Cannot DELETE".</summary>
    NotFound,

    /// <summary>405.</summary>
    MethodNotAllowed,

    /// <summary>The route exists and deletes.</summary>
    Exists,
}
