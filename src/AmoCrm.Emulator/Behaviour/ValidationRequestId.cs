namespace AmoCrm.Emulator;

/// <summary>What <c>request_id</c> in <c>validation-errors</c> is.</summary>
public enum ValidationRequestId
{
    /// <summary>The index of the item, from 0, as text.</summary>
    Index,

    /// <summary>The <c>request_id</c> that the item carried, as it came; the index for an item without one.</summary>
    Own,
}
