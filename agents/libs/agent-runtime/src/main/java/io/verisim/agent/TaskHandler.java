package io.verisim.agent;

import io.verisim.model.message.TaskTypeInfo;

/**
 * Does tasks of one type; the port every agent implements. Instances are Spring beans of the agent's application; the
 * runtime finds them all, announces them, and calls {@link #handle} from its listener threads, several at a time.
 */
public interface TaskHandler {

    /** Name, description and parameter schema of the task type, announced when the agent starts. */
    TaskTypeInfo taskType();

    /**
     * Does the task. Effects outside must be idempotent by task id, since a task can be delivered again.
     *
     * @throws io.verisim.model.error.VerisimException where the trouble is understood; anything else that is thrown is
     *     classified by the runtime
     * @throws Exception whatever a library throws; the runtime classifies it
     */
    TaskResult handle(Task task, TaskContext context) throws Exception;
}
