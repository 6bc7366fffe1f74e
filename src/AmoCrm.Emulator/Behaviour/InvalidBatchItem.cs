namespace AmoCrm.Emulator;

/// <summary>What becomes of a create of several items when some of them are invalid. A create of one item is always refused with its errors.</summary>
public enum InvalidBatchItem
{
    /// <summary>400 that names each invalid item; nothing is created.</summary>
    RefusesAll,

    /// <summary>The valid items are created; 400 names the invalid ones in <c>validation-errors</c>, and lists what was created in <c>_embedded</c> as a 200 does.</summary>
    CreatesTheRest,

    /// <summary>The valid items are created all the same, and the 400 says neither that nor which items are invalid.</summary>
    Unnamed,
}
